using KpuSync.Client.Findings;
using KpuSync.Client.Installations;
using KpuSync.Client.Outbox;
using KpuSync.Client.Push;
using KpuSync.Client.Reports;
using KpuSync.Client.State;

namespace KpuSync.Client.Operations;

/// <summary>What every operation on an opened installation works with.</summary>
internal sealed class OperationScope : IDisposable
{
    private readonly Lazy<ServerConnection> _connection;

    public OperationScope(KpuSyncClientOptions options, Installation installation, IProgress<SyncProgress>? progress)
    {
        Options = options;
        Installation = installation;
        Meta = new Meta(installation.State.Connection);
        Outbox = new OutboxStore(installation.State.Connection, Meta);
        Report = value => progress?.Report(value);
        _connection = new Lazy<ServerConnection>(() => new ServerConnection(options, installation.Config, installation.Credential));
    }

    public KpuSyncClientOptions Options { get; }

    public Installation Installation { get; }

    public Meta Meta { get; }

    public OutboxStore Outbox { get; }

    public Action<SyncProgress> Report { get; }

    public FindingLog Log { get; } = new();

    public ServerConnection Connection => _connection.Value;

    public StateDatabase State => Installation.State;

    public static async Task<OperationScope> OpenAsync(
        KpuSyncClientOptions options, IProgress<SyncProgress>? progress, CancellationToken cancellationToken)
    {
        void Waiting() => progress?.Report(new SyncProgress(SyncPhase.WaitingForLock, 0, 0));
        var scope = new OperationScope(options, await Installation.OpenAsync(options, Waiting, cancellationToken), progress);
        scope.CatchUp();
        return scope;
    }

    /// <summary>Opens an installation to look at it while another command may be at work.</summary>
    public static async Task<OperationScope> LookAsync(KpuSyncClientOptions options, CancellationToken cancellationToken) =>
        new(options, await Installation.OpenAsync(options, null, cancellationToken), null);

    /// <summary>Removes what is older than the retention.</summary>
    public void Purge()
    {
        var before = Options.Time.GetUtcNow() - Options.Retention;
        Outbox.Purge(before);
        ReportWriter.Purge(Installation.ReportsDirectory, before);
    }

    public long BaselineVoters() => (long)State.Connection.Scalar("SELECT count(*) FROM baseline WHERE info & 3 = 1")!;

    // Receipts that were stored before a crash, without the baseline: before anything else moves it.
    private void CatchUp()
    {
        if (Meta.Advanced == Meta.Acknowledged)
            return;
        using var receipts = new ReceiptTaker(State, Meta, Outbox, Log, Options.Time);
        receipts.AdvanceBaseline();
    }

    public void Dispose()
    {
        if (_connection.IsValueCreated)
            _connection.Value.Dispose();
        Installation.Dispose();
    }
}
