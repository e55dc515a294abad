using KpuSync.Client.Outbox;
using KpuSync.Client.Pull;
using KpuSync.Client.Push;

namespace KpuSync.Client.Operations;

/// <summary>Empties the outbox of an operation, and rebuilds the baseline where the journal does not reach back to where the server was restored.</summary>
internal sealed class Drain : IDisposable
{
    private readonly OperationScope _scope;
    private ReceiptTaker _receipts;
    private OutcomeTotals _earlier;
    private long _earlierBatches;
    private TimeSpan _sending;

    public Drain(OperationScope scope)
    {
        _scope = scope;
        _receipts = NewTaker();
    }

    public OutcomeTotals Totals => _earlier.Plus(_receipts.Totals);

    public long Batches => _earlierBatches + _receipts.Batches;

    public int Reconnects { get; private set; }

    public BatchLimits Limits { get; private set; } = BatchLimits.Default;

    /// <summary>True if the baseline was rebuilt from the server's ledger.</summary>
    public bool BaselineRebuilt { get; private set; }

    public TimeSpan Sending => _sending;

    /// <summary>Sends what waits.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var began = _scope.Options.Time.GetTimestamp();
        var session = new PushSession(_scope.Options, _scope.Installation, _scope.Connection, _scope.Meta, _scope.Outbox, _receipts, _scope.Report);
        try
        {
            await session.RunAsync(cancellationToken);
        }
        finally
        {
            _receipts.AdvanceBaseline();
            Reconnects += session.Reconnects;
            Limits = session.Limits;
            _sending += _scope.Options.Time.GetElapsedTime(began);
        }

        if (!session.JournalTooShort)
            return;
        Carry();
        await new BaselinePull(_scope.Options, _scope.Installation, _scope.Meta, _scope.Connection, _scope.Report).RunAsync(null, cancellationToken);
        BaselineRebuilt = true;
        await RunAsync(cancellationToken);
    }

    public void Dispose() => _receipts.Dispose();

    // The server expects a batch that was purged here: its sequence cannot go on. What the journal still has goes on under a new producer id.
    private void Carry()
    {
        var connection = _scope.State.Connection;
        using (var transaction = connection.BeginTransaction())
        {
            OutboxCarry.ToNewGeneration(connection, _scope.Meta);
            BaselinePull.Reset(_scope.State, _scope.Meta);
            transaction.Commit();
        }

        _earlier = _earlier.Plus(_receipts.Totals);
        _earlierBatches += _receipts.Batches;
        _receipts.Dispose();
        _receipts = NewTaker();
    }

    private ReceiptTaker NewTaker() => new(_scope.State, _scope.Meta, _scope.Outbox, _scope.Log, _scope.Options.Time);
}
