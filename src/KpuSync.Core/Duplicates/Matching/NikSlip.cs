namespace KpuSync.Core.Duplicates.Matching;

/// <summary>In what part two NIKs differ by a slip: one digit wrong, or two neighbours swapped.</summary>
internal enum NikSlip
{
    /// <summary>By more than a slip.</summary>
    None,

    /// <summary>Only in the serial, by however many digits.</summary>
    Serial,

    /// <summary>In the region.</summary>
    Region,

    /// <summary>In the date, or across its edge.</summary>
    Date,
}
