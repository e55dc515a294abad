using KpuSync.Contracts.V1;

namespace KpuSync.Client;

/// <summary>How an export is pushed.</summary>
public sealed record PushOptions
{
    internal const double RemovalShareMaxDefault = 0.02;

    /// <summary>The export is the complete list: voters of the baseline that are not in it count as gone. Needs <see cref="GoneAs"/>.</summary>
    public bool Complete { get; init; }

    /// <summary>On which ground voters that are gone from a complete export are removed.</summary>
    public RemovalGround? GoneAs { get; init; }

    /// <summary>Go on although the delta removes more than <see cref="RemovalShareMax"/> of the list.</summary>
    public bool ConfirmMassRemoval { get; init; }

    /// <summary>Largest share of the active baseline that a delta may remove without confirmation. Default 0.02.</summary>
    public double RemovalShareMax { get; init; } = RemovalShareMaxDefault;

    /// <summary>The rows are an existing list, loaded as the opening balance of the recap. Needs <see cref="MinutesNumber"/>.</summary>
    public bool OpeningBalance { get; init; }

    /// <summary>Number of the minutes (berita acara) that fixed the list, for an opening balance.</summary>
    public string? MinutesNumber { get; init; }

    /// <summary>Send rows again that were not applied before although they have not changed since.</summary>
    public bool RetryNotApplied { get; init; }

    /// <summary>Fewer changes in a batch than the server allows, to show progress on slow lines. Default: the server's limit, at most 1,000.</summary>
    public int BatchChangesMax { get; init; } = 1_000;

    /// <summary>Write the rows that were not applied to a report file. Default true.</summary>
    public bool WriteReport { get; init; } = true;
}
