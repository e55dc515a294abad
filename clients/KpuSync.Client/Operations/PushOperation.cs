using KpuSync.Client.Delta;
using KpuSync.Client.Exports;
using KpuSync.Client.Findings;
using KpuSync.Client.Outbox;
using KpuSync.Client.Pull;
using KpuSync.Client.Reports;
using KpuSync.Client.Texts;
using KpuSync.Contracts.V1;

namespace KpuSync.Client.Operations;

/// <summary>A push, from file to report. Start reading here.</summary>
internal sealed class PushOperation(OperationScope scope)
{
    public async Task<PushReport> RunAsync(string? file, PushOptions options, CancellationToken cancellationToken)
    {
        Check(options);
        var began = scope.Options.Time.GetTimestamp();
        using var reader = file is null ? null : ExportFile.Open(file);
        using var drain = new Drain(scope);
        scope.Purge();

        // What waits goes first: the baseline must have its outcomes before anything is compared with it.
        var unreachable = await TryDrainAsync(drain, cancellationToken);
        if (unreachable is null && scope.Meta.BaselineIsPartial)
            unreachable = await TryPullAsync(cancellationToken);
        if (reader is null)
            return Finish(null, default, drain, unreachable, options, began);

        if (CannotCompare(unreachable))
            return Finish(null, default, drain, unreachable, options, began) with { FileNotCompared = true };

        using var journal = new DeltaJournal(
            scope.Installation.Directory, scope.State, scope.Meta, scope.Outbox, scope.Log, scope.Installation.Config.Office, scope.Report);
        var limits = LimitsOf(drain.Limits, options);
        var now = scope.Options.Time.GetUtcNow();
        var counts = await Task.Run(() => journal.Write(reader, options, limits, now, cancellationToken), cancellationToken);
        if (unreachable is null && counts.Changes > 0)
            unreachable = await TryDrainAsync(drain, cancellationToken);
        if (unreachable is null)
            await Task.Run(journal.Keep, cancellationToken);
        return Finish(reader.FileName, counts, drain, unreachable, options, began);
    }

    /// <summary>Journals changes that are not the difference to a baseline, and sends them.</summary>
    /// <param name="source">Where they come from.</param>
    /// <param name="write">Writes the changes to the outbox, and says what was read.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    public async Task<PushReport> SendAsync(ExportSource source, Func<OutboxWriter, DeltaCounts> write, CancellationToken cancellationToken)
    {
        var began = scope.Options.Time.GetTimestamp();
        using var drain = new Drain(scope);
        var unreachable = await TryDrainAsync(drain, cancellationToken);
        if (unreachable is null && scope.Meta.BaselineIsPartial)
            unreachable = await TryPullAsync(cancellationToken);
        var name = source.Layout is null ? null : source.Name;
        if (name is not null && CannotCompare(unreachable))
            return Finish(null, default, drain, unreachable, new PushOptions(), began) with { FileNotCompared = true };

        var limits = LimitsOf(drain.Limits, new PushOptions());
        var counts = await Task.Run(() => Journal(source, write, limits), cancellationToken);
        unreachable ??= await TryDrainAsync(drain, cancellationToken);
        return Finish(name, counts, drain, unreachable, new PushOptions(), began);
    }

    private DeltaCounts Journal(ExportSource source, Func<OutboxWriter, DeltaCounts> write, BatchLimits limits)
    {
        using var transaction = scope.State.Connection.BeginTransaction();
        var push = scope.Outbox.BeginPush(source, scope.Options.Time.GetUtcNow());
        using var writer = new OutboxWriter(scope.State.Connection, scope.Meta, limits, push);
        var counts = write(writer);
        writer.Finish();
        transaction.Commit();
        return counts;
    }

    // Without the outcomes of what waits, or half read, the baseline is not what the server holds: against it a change would be journaled twice,
    // and a row that takes a waiting change back would count as unchanged.
    private bool CannotCompare(ServerUnreachableException? unreachable) =>
        unreachable is not null && (scope.Meta.BaselineIsPartial || scope.Outbox.Waiting().Batches > 0);

    private static void Check(PushOptions options)
    {
        if (options.Complete && options.GoneAs is null or RemovalGround.Unspecified or RemovalGround.EntryReverted)
        {
            throw ClientTexts.OptionInvalid(
                "Ekspor lengkap memerlukan alasan bagi pemilih yang tidak ada lagi di dalamnya (--gone-as).",
                "A complete export needs a ground for voters that are no longer in it (--gone-as).");
        }

        if (options.OpeningBalance && string.IsNullOrWhiteSpace(options.MinutesNumber))
        {
            throw ClientTexts.OptionInvalid(
                "Saldo awal memerlukan nomor berita acara (--ba).",
                "An opening balance needs the number of its minutes (--ba).");
        }
    }

    private static async Task<ServerUnreachableException?> TryDrainAsync(Drain drain, CancellationToken cancellationToken)
    {
        try
        {
            await drain.RunAsync(cancellationToken);
            return null;
        }
        catch (ServerUnreachableException e)
        {
            return e;
        }
    }

    private async Task<ServerUnreachableException?> TryPullAsync(CancellationToken cancellationToken)
    {
        try
        {
            await new BaselinePull(scope.Options, scope.Installation, scope.Meta, scope.Connection, scope.Report).RunAsync(null, cancellationToken);
            return null;
        }
        catch (ServerUnreachableException e)
        {
            return e;
        }
    }

    private static BatchLimits LimitsOf(BatchLimits server, PushOptions options) =>
        new(Math.Clamp(options.BatchChangesMax, 1, server.Changes), server.Bytes);

    private PushReport Finish(
        string? file, DeltaCounts counts, Drain drain, ServerUnreachableException? unreachable, PushOptions options, long began)
    {
        var findings = scope.Log.ToFindings();
        return new PushReport
        {
            File = file,
            Delta = counts,
            Outcomes = drain.Totals,
            BatchesAcknowledged = drain.Batches,
            ChangesWaiting = scope.Outbox.Waiting().Changes,
            Findings = findings,
            FindingsTotal = scope.Log.Total,
            ReportFiles = options.WriteReport
                ? ReportWriter.Write(scope.Installation.ReportsDirectory, scope.Log.Faults, scope.Options.Time.GetUtcNow())
                : [],
            LastReceipt = scope.Outbox.LastReceipt(),
            Unreachable = unreachable,
            PushCompleteExport = drain.BaselineRebuilt,
            Reconnects = drain.Reconnects,
            Elapsed = scope.Options.Time.GetElapsedTime(began),
            Sending = drain.Sending,
        };
    }
}
