namespace KpuSync.Core.Duplicates.Matching;

/// <summary>How often each finding is met, in pairs that are one person (m) and in pairs that are not (u), within one kind of pair.</summary>
public sealed record MatchWeights
{
    /// <summary>What the name says.</summary>
    public required NameWeights Name { get; init; }

    /// <summary>One birth date, not the first of January.</summary>
    public required Likelihood BirthDateEqual { get; init; }

    /// <summary>One birth year, both on the first of January.</summary>
    public required Likelihood BirthDateFirstOfJanuary { get; init; }

    /// <summary>Both on the first of January, the years one apart.</summary>
    public required Likelihood FirstOfJanuaryYearNear { get; init; }

    /// <summary>Day and month swapped.</summary>
    public required Likelihood BirthDayMonthSwapped { get; init; }

    /// <summary>Day and month equal, the year one off.</summary>
    public required Likelihood BirthYearNear { get; init; }

    /// <summary>Two parts of the date equal.</summary>
    public required Likelihood BirthDatePartly { get; init; }

    /// <summary>Other dates.</summary>
    public required Likelihood BirthDateDifferent { get; init; }

    /// <summary>NIKs one slip apart, as those of strangers seldom are.</summary>
    public required Likelihood NikNear { get; init; }

    /// <summary>NIKs one slip apart in the region, given one birth date.</summary>
    public required Likelihood NikRegionOnly { get; init; }

    /// <summary>NIKs that differ in the serial alone, given one birth date.</summary>
    public required Likelihood NikSerialOnly { get; init; }

    /// <summary>Other NIKs.</summary>
    public required Likelihood NikDifferent { get; init; }

    /// <summary>One family card; plays no part between different cards.</summary>
    public Likelihood NkkEqual { get; init; } = new();

    /// <summary>One address; plays no part on one card.</summary>
    public Likelihood AddressEqual { get; init; } = new();

    /// <summary>One village; plays no part on one card.</summary>
    public Likelihood VillageEqual { get; init; } = new();

    /// <summary>Other villages; plays no part on one card.</summary>
    public Likelihood VillageDifferent { get; init; } = new();

    /// <summary>One birth place.</summary>
    public required Likelihood BirthPlaceEqual { get; init; }

    /// <summary>Birth places spelt alike.</summary>
    public required Likelihood BirthPlaceSimilar { get; init; }

    /// <summary>Other birth places.</summary>
    public required Likelihood BirthPlaceDifferent { get; init; }

    /// <summary>One sex.</summary>
    public Likelihood SexEqual { get; init; } = new(0.995, 0.5);

    /// <summary>Other sexes.</summary>
    public Likelihood SexDifferent { get; init; } = new(0.005, 0.5);

    /// <summary>The defaults on one family card. Its members are a couple, siblings, now and then twins.</summary>
    internal static MatchWeights OneCard => new()
    {
        Name = NameWeights.OneCard,
        NkkEqual = new(0.6, 0.0000075),
        BirthDateEqual = new(0.8, 0.02),
        BirthDateFirstOfJanuary = new(0.8, 0.03),
        FirstOfJanuaryYearNear = new(0.04, 0.003),
        BirthDayMonthSwapped = new(0.08, 0.00002),
        BirthYearNear = new(0.2, 0.0002),
        BirthDatePartly = new(0.03, 0.001),
        BirthDateDifferent = new(0.005, 0.95),
        NikNear = new(0.3, 0.0001),
        NikRegionOnly = new(0.12, 0.003),
        NikSerialOnly = new(0.3, 0.5),
        NikDifferent = new(0.3, 0.4),
        BirthPlaceEqual = new(0.95, 0.6),
        BirthPlaceSimilar = new(0.02, 0.02),
        BirthPlaceDifferent = new(0.04, 0.35),
    };

    /// <summary>The defaults between different cards. By chance a birth date is shared by one in 20,000, a word of the name by one in 400.</summary>
    internal static MatchWeights OtherCards => new()
    {
        Name = NameWeights.OtherCards,
        BirthDateEqual = new(0.9, 0.00005),
        BirthDateFirstOfJanuary = new(0.9, 0.7),
        FirstOfJanuaryYearNear = new(0.04, 0.1),
        BirthDayMonthSwapped = new(0.05, 0.00005),
        BirthYearNear = new(0.05, 0.0001),
        BirthDatePartly = new(0.005, 0.005),
        BirthDateDifferent = new(0.0001, 1),
        NikNear = new(0.3, 0.0005),
        NikRegionOnly = new(0.12, 0.1),
        NikSerialOnly = new(0.3, 0.15),
        NikDifferent = new(0.3, 0.75),
        AddressEqual = new(0.1, 0.00005),
        VillageEqual = new(0.05, 0.002),
        VillageDifferent = new(0.2, 0.98),
        BirthPlaceEqual = new(0.95, 0.05),
        BirthPlaceSimilar = new(0.02, 0.005),
        BirthPlaceDifferent = new(0.03, 0.95),
    };
}
