namespace KpuSync.Core.Duplicates.Matching;

/// <summary>What two people must share to be compared. The numbers are part of the keys, so they never change.</summary>
public enum BlockingKind
{
    /// <summary>Family card, and day and month of birth in either order: any year.</summary>
    FamilyCard = 1,

    /// <summary>Birth date, its day and month in either order, and the sound of a word of the name.</summary>
    DateAndWord = 2,

    /// <summary>Birth date, its day and month in either order, birth place, and the name's first letter.</summary>
    DateAndPlace = 3,

    /// <summary>Day and month of birth in either order, eight years, birth place, and the sound of a word of the name.</summary>
    DayAndWord = 4,

    /// <summary>The whole normalised name and the birth place, of people born on the first of January: their date says nothing.</summary>
    NameAndPlace = 5,
}
