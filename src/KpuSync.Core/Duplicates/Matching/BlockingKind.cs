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

    /// <summary>The whole normalised name, birth place, and day and month of birth in either order: any year.</summary>
    NameAndDay = 4,

    /// <summary>Region and serial of the NIK, whatever the date in it.</summary>
    NikWithoutDate = 5,

    /// <summary>Date and serial of the NIK, and birth place, whatever the region in it.</summary>
    NikWithoutRegion = 6,
}
