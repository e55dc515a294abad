using KpuSync.Contracts.V1;

namespace KpuSync.Client;

/// <summary>Which ledgers to read, and how.</summary>
public sealed record PullOptions
{
    /// <summary>A 2-digit province code: the ledgers of all its offices. Null: the own office, or the nation.</summary>
    public string? Province { get; init; }

    /// <summary>The ledgers of all offices.</summary>
    public bool Nation { get; init; }

    /// <summary>The centre's ledger too, which has the parties' profiles; its entries go to <see cref="OnEntry"/> only, masked without a grant for the centre.</summary>
    public bool WithCentre { get; init; }

    /// <summary>Go on as entries are written, until cancelled.</summary>
    public bool Follow { get; init; }

    /// <summary>Begin at the first entry instead of after the last one pulled.</summary>
    public bool FromStart { get; init; }

    /// <summary>Takes each entry, after its effect on the own baseline is stored. An entry may come again after a break.</summary>
    public Func<Entry, CancellationToken, ValueTask>? OnEntry { get; init; }
}

/// <summary>What a pull gave.</summary>
/// <param name="Entries">Entries that were read.</param>
/// <param name="Changes">Changes in them.</param>
/// <param name="Rewound">True if the server's history had changed (a restore) and reading began again from the common point.</param>
/// <param name="Restarted">True if the token could not be used any more and reading began from the first entry.</param>
/// <param name="BaselineVoters">Active voters in the own baseline afterwards.</param>
public sealed record PullReport(long Entries, long Changes, bool Rewound, bool Restarted, long BaselineVoters);
