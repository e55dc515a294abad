namespace KpuSync.Samples.Truth;

/// <summary>What a listed row is there for.</summary>
public enum PlantedKind
{
    /// <summary>A person who is registered twice.</summary>
    Duplicate,

    /// <summary>Somebody over 100 without a verification: must be held.</summary>
    OverHundredUnverified,

    /// <summary>Somebody over 100 with one: may enter.</summary>
    OverHundredVerified,

    /// <summary>A row that cannot be applied.</summary>
    Broken,

    /// <summary>A row that was broken in the first export and is right in the second.</summary>
    Mended,

    /// <summary>A new voter (B).</summary>
    New,

    /// <summary>Changed data, with KET U or none.</summary>
    Changed,

    /// <summary>No longer eligible (TMS).</summary>
    Removed,

    /// <summary>The 8 row or the B row of a corrected polling station.</summary>
    PollingStationCorrected,

    /// <summary>A corrected NIK; the DPID is kept.</summary>
    NikCorrected,
}
