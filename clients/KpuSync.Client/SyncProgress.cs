namespace KpuSync.Client;

/// <summary>What an operation is doing at the moment.</summary>
public enum SyncPhase
{
    /// <summary>Waits for another command of the same installation to end.</summary>
    WaitingForLock,

    /// <summary>Reads the export and compares it with the baseline.</summary>
    Reading,

    /// <summary>Writes the changes to the outbox.</summary>
    Journaling,

    /// <summary>Sends batches and takes receipts.</summary>
    Sending,

    /// <summary>Waits before it tries the server again.</summary>
    Retrying,

    /// <summary>Reads ledger entries.</summary>
    Pulling,

    /// <summary>Asks the server what a push would give.</summary>
    Validating,

    /// <summary>Follows a job that replays parked changes.</summary>
    Replaying,

    /// <summary>Follows a job that gives parked changes up.</summary>
    Discarding,
}

/// <summary>How far an operation is. Reported often; a receiver should only draw.</summary>
/// <param name="Phase">What it is doing.</param>
/// <param name="Done">Rows, changes or entries done in this phase.</param>
/// <param name="Total">How many there are, or 0 if that is not known.</param>
/// <param name="Outcomes">Outcomes of the changes acknowledged so far in this operation.</param>
/// <param name="Delay">With <see cref="SyncPhase.Retrying"/>: how long it waits.</param>
public readonly record struct SyncProgress(SyncPhase Phase, long Done, long Total, OutcomeTotals Outcomes = default, TimeSpan Delay = default);
