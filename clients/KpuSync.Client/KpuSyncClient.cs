using KpuSync.Client.Delta;
using KpuSync.Client.Findings;
using KpuSync.Client.Installations;
using KpuSync.Client.Operations;
using KpuSync.Client.Texts;
using KpuSync.Contracts.V1;

namespace KpuSync.Client;

/// <summary>
/// The reference client of KpuSync: everything that a regency's computer does with the service, on one installation directory.
/// </summary>
/// <remarks>
/// Operations of one installation exclude each other, also between processes; a second one waits. Every operation may be cancelled or
/// killed at any instant: what was acknowledged is known, what was not waits in the outbox and is sent by the next push.
/// Expected failures are <see cref="KpuSyncException"/>s.
/// </remarks>
public sealed partial class KpuSyncClient
{
    private readonly KpuSyncClientOptions _options;

    /// <summary>Creates a client for one installation directory. Touches nothing yet.</summary>
    public KpuSyncClient(KpuSyncClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentException.ThrowIfNullOrWhiteSpace(options.Directory);
        _options = options;
    }

    /// <summary>True if the directory holds an installation.</summary>
    public bool IsInitialised => File.Exists(Installation.ConfigPath(_options.Directory));

    /// <summary>Sets up the installation, changes its server or credential, or rebuilds it from the server.</summary>
    /// <exception cref="InstallationException">The office differs from the one that is set, or something is missing.</exception>
    /// <exception cref="NotAllowedException">The credential is not accepted.</exception>
    /// <exception cref="DeploymentMismatchException">The server belongs to another deployment.</exception>
    public Task<InitReport> InitAsync(InitOptions options, IProgress<SyncProgress>? progress = null, CancellationToken cancellationToken = default) =>
        GuardAsync(() => InitOperation.RunAsync(_options, options, progress, cancellationToken));

    /// <summary>Sends what waits, then the difference between an export and the baseline.</summary>
    /// <exception cref="FileException">The file cannot be used at all.</exception>
    /// <exception cref="MassRemovalException">The delta would remove too much of the list.</exception>
    /// <exception cref="NotAllowedException">The credential is not accepted. What was journaled waits.</exception>
    /// <exception cref="InstallationForkedException">The server's history is not this installation's.</exception>
    /// <exception cref="DeploymentMismatchException">The server belongs to another deployment.</exception>
    public Task<PushReport> PushAsync(
        string file, PushOptions? options = null, IProgress<SyncProgress>? progress = null, CancellationToken cancellationToken = default) =>
        RunAsync(scope => new PushOperation(scope).RunAsync(file, options ?? new PushOptions(), cancellationToken), progress, cancellationToken);

    /// <summary>Sends what waits in the outbox and nothing else.</summary>
    /// <inheritdoc cref="PushAsync" path="/exception"/>
    public Task<PushReport> ResumeAsync(IProgress<SyncProgress>? progress = null, CancellationToken cancellationToken = default) =>
        RunAsync(scope => new PushOperation(scope).RunAsync(null, new PushOptions(), cancellationToken), progress, cancellationToken);

    /// <summary>How the installation stands, from its own files.</summary>
    public Task<StatusReport> StatusAsync(CancellationToken cancellationToken = default) =>
        GuardAsync(async () =>
        {
            using var scope = await OperationScope.LookAsync(_options, cancellationToken);
            return StatusOperation.Run(scope);
        });

    /// <summary>Checks an export without sending it.</summary>
    public Task<ValidateReport> ValidateAsync(
        string file, ValidateOptions? options = null, IProgress<SyncProgress>? progress = null, CancellationToken cancellationToken = default) =>
        RunAsync(scope => new ValidateOperation(scope).RunAsync(file, options ?? new ValidateOptions(), cancellationToken), progress, cancellationToken);

    /// <summary>Pulls the own ledger to its head and compares the register with an export, by village.</summary>
    public Task<CompareReport> CompareAsync(string file, IProgress<SyncProgress>? progress = null, CancellationToken cancellationToken = default) =>
        RunAsync(scope => new CompareOperation(scope).RunAsync(file, cancellationToken), progress, cancellationToken);

    /// <summary>Reads ledger entries after the last one pulled.</summary>
    public Task<PullReport> PullAsync(
        PullOptions? options = null, IProgress<SyncProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        var chosen = options ?? new PullOptions();
        return RunAsync(
            async scope =>
            {
                if (!chosen.Follow && !chosen.Nation && chosen.Province is null)
                    return await PullOperation.OwnAsync(scope, chosen, cancellationToken);
                scope.Installation.Unlock();
                return await PullOperation.OthersAsync(scope, chosen, cancellationToken);
            },
            progress,
            cancellationToken);
    }

    /// <summary>Works out what reverting a batch would do. Sends nothing.</summary>
    /// <param name="batch">A sequence number of this installation (<c>17</c>), a range of them (<c>17-30</c>), or a batch id of any installation of the office.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    public Task<RevertPlan> PlanRevertAsync(string batch, IProgress<SyncProgress>? progress = null, CancellationToken cancellationToken = default) =>
        RunAsync(scope => new RevertPlanner(scope).PlanAsync(batch, cancellationToken), progress, cancellationToken);

    /// <summary>Sends the compensating changes of a plan. A voter that changed since the plan was made is left as it is (CONFLICT).</summary>
    public Task<PushReport> RevertAsync(RevertPlan plan, IProgress<SyncProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return RunAsync(
            scope => new PushOperation(scope).SendAsync(
                new ExportSource($"revert {plan.SourceName}".Trim(), null, IsSpreadsheet: false),
                writer =>
                {
                    foreach (var change in plan.Changes)
                        writer.Add(new PlannedChange(change, 0), null);
                    return default;
                },
                cancellationToken),
            progress,
            cancellationToken);
    }

    /// <summary>Compares the receipts that this installation keeps with the ledger that the server shows.</summary>
    public Task<AuditReport> VerifyAuditAsync(IProgress<SyncProgress>? progress = null, CancellationToken cancellationToken = default) =>
        RunAsync(scope => new AuditOperation(scope).RunAsync(cancellationToken), progress, cancellationToken);

    /// <summary>The recap of an office, a province or the nation over a period, from the server's tallies.</summary>
    /// <exception cref="NotAllowedException">The credential may not read the range.</exception>
    /// <exception cref="SyncException">The period lies before the first entry, or something of the query is malformed.</exception>
    public Task<GetRecapResponse> RecapAsync(RecapQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return LookAsync(scope => new RecapOperation(scope).GetAsync(query, cancellationToken), cancellationToken);
    }

    /// <summary>Closes a period under the number of its minutes (berita acara). Closing it again under the same number answers the same closing.</summary>
    /// <param name="period">The period, for example <c>2026-Q3</c>.</param>
    /// <param name="minutesNumber">1 to 100 characters.</param>
    /// <param name="office">Whose; null is the installation's own office.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="NotAllowedException">The period is somebody else's to close.</exception>
    /// <exception cref="SyncException">It has not ended, is closed under other minutes, or offices below have not closed it.</exception>
    public Task<PeriodClosing> ClosePeriodAsync(string period, string minutesNumber, string? office = null, CancellationToken cancellationToken = default) =>
        LookAsync(scope => new RecapOperation(scope).CloseAsync(period, minutesNumber, office, cancellationToken), cancellationToken);

    /// <summary>Opens a closed period again.</summary>
    /// <param name="period">The period.</param>
    /// <param name="reason">Why, for the ledger: 1 to 200 characters.</param>
    /// <param name="office">Whose; null is the installation's own office.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Position of the reopening in the ledger.</returns>
    /// <exception cref="NotAllowedException">The period is somebody else's to reopen.</exception>
    /// <exception cref="SyncException">It is not closed, or the level above has closed it.</exception>
    public Task<long> ReopenPeriodAsync(string period, string reason, string? office = null, CancellationToken cancellationToken = default) =>
        LookAsync(scope => new RecapOperation(scope).ReopenAsync(period, reason, office, cancellationToken), cancellationToken);

    // Beside other operations of the installation: only the server is asked.
    private Task<T> LookAsync<T>(Func<OperationScope, Task<T>> operation, CancellationToken cancellationToken) =>
        GuardAsync(async () =>
        {
            using var scope = await OperationScope.LookAsync(_options, cancellationToken);
            return await operation(scope);
        });

    private Task<T> RunAsync<T>(Func<OperationScope, Task<T>> operation, IProgress<SyncProgress>? progress, CancellationToken cancellationToken) =>
        GuardAsync(async () =>
        {
            using var scope = await OperationScope.OpenAsync(_options, progress, cancellationToken);
            return await operation(scope);
        });

    private async Task<T> GuardAsync<T>(Func<Task<T>> operation)
    {
        try
        {
            return await operation();
        }
        catch (Exception e) when (DiskFull.Is(e))
        {
            throw ClientTexts.DiskFull(_options.Directory, e);
        }
    }
}
