namespace KpuSync.Core.Duplicates.Matching;

/// <summary>Parameters of matching. The defaults were calibrated as docs/adr/0007 says; what changes one should measure again (benchmark <c>match</c>).</summary>
public sealed record MatchOptions
{
    /// <summary>Score in bits from which a case opens. Default 31.</summary>
    public double CaseBitsMin { get; init; } = 31;

    /// <summary>Most people of one blocking key that a newcomer is compared with; a larger block is counted and passed over. Default 100.</summary>
    public int BlockPeopleMax { get; init; } = 100;

    /// <summary>What the name says.</summary>
    public NameOptions Name { get; init; } = new();

    /// <summary>One birth date. By chance: 60 years of days.</summary>
    public Likelihood BirthDateEqual { get; init; } = new(0.90, 1 / 20_000.0);

    /// <summary>One birth year, both on the first of January.</summary>
    public Likelihood BirthDateFirstOfJanuary { get; init; } = new(0.90, 0.1);

    /// <summary>Day and month swapped.</summary>
    public Likelihood BirthDayMonthSwapped { get; init; } = new(0.05, 1 / 20_000.0);

    /// <summary>The year one off.</summary>
    public Likelihood BirthYearNear { get; init; } = new(0.05, 2 / 20_000.0);

    /// <summary>Two parts of the date agree.</summary>
    public Likelihood BirthDatePartly { get; init; } = new(0.002, 0.005);

    /// <summary>Other dates. Nobody is compared for long with other dates: this must outweigh a parent and child with one name and one card.</summary>
    public Likelihood BirthDateDifferent { get; init; } = new(0.0001, 1);

    /// <summary>A digit wrong in region or date.</summary>
    public Likelihood NikNear { get; init; } = new(0.3, 0.0005);

    /// <summary>Only the serial differs, as of twins.</summary>
    public Likelihood NikSerialOnly { get; init; } = new(0.3, 0.15);

    /// <summary>Other NIKs, given one birth date.</summary>
    public Likelihood NikDifferent { get; init; } = new(0.4, 0.85);

    /// <summary>One family card.</summary>
    public Likelihood NkkEqual { get; init; } = new(0.7, 0.0015);

    /// <summary>Other cards, one address.</summary>
    public Likelihood AddressEqual { get; init; } = new(0.1, 0.0005);

    /// <summary>Other cards, one village.</summary>
    public Likelihood VillageEqual { get; init; } = new(0.05, 0.005);

    /// <summary>Other villages.</summary>
    public Likelihood VillageDifferent { get; init; } = new(0.2, 0.98);

    /// <summary>One birth place.</summary>
    public Likelihood BirthPlaceEqual { get; init; } = new(0.95, 0.05);

    /// <summary>The place spelt alike.</summary>
    public Likelihood BirthPlaceSimilar { get; init; } = new(0.02, 0.005);

    /// <summary>Other places.</summary>
    public Likelihood BirthPlaceDifferent { get; init; } = new(0.03, 0.95);

    /// <summary>One sex.</summary>
    public Likelihood SexEqual { get; init; } = new(0.995, 0.5);

    /// <summary>Other sexes.</summary>
    public Likelihood SexDifferent { get; init; } = new(0.005, 0.5);
}
