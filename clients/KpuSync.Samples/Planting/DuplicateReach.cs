namespace KpuSync.Samples.Planting;

/// <summary>How far apart two registrations of a person are.</summary>
public enum DuplicateReach
{
    /// <summary>Not a duplicate.</summary>
    None,

    /// <summary>Twice in one office's register.</summary>
    InsideOffice,

    /// <summary>In two offices of a province.</summary>
    BetweenOffices,

    /// <summary>In two provinces.</summary>
    BetweenProvinces,
}
