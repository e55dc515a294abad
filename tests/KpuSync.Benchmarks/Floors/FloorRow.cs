namespace KpuSync.Benchmarks.Floors;

/// <summary>A row of the register, with the blocking keys that the scanner gave its person.</summary>
internal sealed record FloorRow(long Nik, string Office, long Position, int Index, int EffectiveDay, int EnteredAs, byte[] Record)
{
    /// <summary>Most keys of a person.</summary>
    public const int KeysMax = Core.Duplicates.Matching.BlockingKeys.CountMax;

    /// <summary>Its keys; null where it has fewer.</summary>
    public long?[] Keys { get; } = new long?[KeysMax];

    /// <summary>How many keys it has so far.</summary>
    public int KeyCount { get; set; }
}
