namespace KpuSync.Rules.Regions;

/// <summary>How a look-up by name ended.</summary>
public enum RegionMatchKind
{
    /// <summary>No region of that name under that parent.</summary>
    NotFound,

    /// <summary>Exactly one.</summary>
    Found,

    /// <summary>Several with that name: only a code can tell them apart.</summary>
    Ambiguous,
}

/// <summary>What a look-up by name found.</summary>
/// <param name="Kind">How it ended.</param>
/// <param name="Code">The region's code; empty unless found.</param>
public readonly record struct RegionMatch(RegionMatchKind Kind, string Code)
{
    internal static RegionMatch None { get; } = new(RegionMatchKind.NotFound, "");
}
