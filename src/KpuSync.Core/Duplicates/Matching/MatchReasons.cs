namespace KpuSync.Core.Duplicates.Matching;

/// <summary>What was found in comparing two people; one of each group. <see cref="MatchReasonCodes"/> has the stable codes.</summary>
[Flags]
public enum MatchReasons
{
    /// <summary>Nothing was compared.</summary>
    None = 0,

    /// <summary>The normalised names agree, in any order or however they are joined.</summary>
    NameEqual = 1 << 0,

    /// <summary>The words agree but for slips.</summary>
    NameSimilar = 1 << 1,

    /// <summary>One name has words that the other lacks; the others agree.</summary>
    NameContained = 1 << 2,

    /// <summary>The names are different.</summary>
    NameDifferent = 1 << 3,

    /// <summary>A name holds nothing but titles and says nothing.</summary>
    NameEmpty = 1 << 4,

    /// <summary>One birth date, not the first of January.</summary>
    BirthDateEqual = 1 << 5,

    /// <summary>One birth year, both on the first of January: the day was not known.</summary>
    BirthDateFirstOfJanuary = 1 << 6,

    /// <summary>Both on the first of January, the years one apart.</summary>
    FirstOfJanuaryYearNear = 1 << 7,

    /// <summary>Day and month are swapped.</summary>
    BirthDayMonthSwapped = 1 << 8,

    /// <summary>Day and month agree, the year is one off.</summary>
    BirthYearNear = 1 << 9,

    /// <summary>Two of day, month and year agree and the years lie at most ten apart, or day and month are swapped and the year is one off.</summary>
    BirthDatePartly = 1 << 10,

    /// <summary>The birth dates are different.</summary>
    BirthDateDifferent = 1 << 11,

    /// <summary>The NIKs are one slip apart in a way in which those of strangers seldom are.</summary>
    NikNear = 1 << 12,

    /// <summary>The NIKs are one slip apart in the region, as those of neighbours are.</summary>
    NikRegionOnly = 1 << 13,

    /// <summary>The NIKs differ in the serial alone, as those of twins do.</summary>
    NikSerialOnly = 1 << 14,

    /// <summary>The NIKs are different.</summary>
    NikDifferent = 1 << 15,

    /// <summary>One family card.</summary>
    NkkEqual = 1 << 16,

    /// <summary>Other family cards, one village, and one neighbourhood unit or address.</summary>
    AddressEqual = 1 << 17,

    /// <summary>Other family cards, one village.</summary>
    VillageEqual = 1 << 18,

    /// <summary>Other family cards, other villages.</summary>
    VillageDifferent = 1 << 19,

    /// <summary>One birth place.</summary>
    BirthPlaceEqual = 1 << 20,

    /// <summary>The birth places are spelt alike.</summary>
    BirthPlaceSimilar = 1 << 21,

    /// <summary>Other birth places.</summary>
    BirthPlaceDifferent = 1 << 22,

    /// <summary>One sex.</summary>
    SexEqual = 1 << 23,

    /// <summary>Other sexes.</summary>
    SexDifferent = 1 << 24,
}
