using KpuSync.Client.Exports;
using KpuSync.Client.Findings;
using KpuSync.Client.Outbox;
using KpuSync.Client.State;
using KpuSync.Rules.Regions;

namespace KpuSync.Client.Delta;

/// <summary>Compares an export with the baseline and writes the difference to the outbox: all of it in one transaction, before anything is sent.</summary>
internal sealed class DeltaJournal(string directory, StateDatabase state, Meta meta, OutboxStore outbox, FindingLog log, string office, Action<SyncProgress> progress) : IDisposable
{
    private const int ProgressInterval = 5_000;

    private BaselineTable? _table;
    private string _stamp = "";

    /// <summary>Journals the delta of one export.</summary>
    /// <exception cref="MassRemovalException">It would remove too much of the list; nothing was journaled.</exception>
    public DeltaCounts Write(IExportReader reader, PushOptions options, BatchLimits limits, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var source = new ExportSource(reader.FileName, reader.Layout, reader.IsSpreadsheet);
        var cached = BaselineCache.TryLoad(directory, meta.BaselineStamp);
        _stamp = cached is null ? "" : meta.BaselineStamp;
        _table?.Dispose();
        state.BaselineChanges.Clear();
        var table = _table = cached ?? BaselineTable.Load(state.Connection);
        using var survey = new ExportSurvey(table, log, source, directory);
        survey.Run(reader, rows => progress(new SyncProgress(SyncPhase.Reading, rows, TotalOf(rows, reader.Progress))), cancellationToken);

        var parser = new RowParser(RegionCatalogue.Default, office, reader.Layout);
        var plan = new DeltaPlan(table, survey, UnappliedChanges.Load(state.Connection), parser, log, source, options, meta.ExportIsState);
        using var transaction = state.Connection.BeginTransaction();
        Append(plan, survey, outbox.BeginPush(source, now), limits, cancellationToken);
        if (!options.ConfirmMassRemoval)
            plan.Tally.Check(options.RemovalShareMax);
        Remember(plan);
        // A part of the list does not stand for the whole of it.
        if (survey.Rows >= table.ActiveCount)
            meta.SetExportIsState(false);
        transaction.Commit();
        return plan.Counts;
    }

    /// <summary>Keeps the baseline, as the outcomes have made it, in the order of the export for the next comparison. Only saves time.</summary>
    public void Keep()
    {
        if (_table is null || (_stamp == meta.BaselineStamp && !_table.WasOutOfOrder))
            return;
        if (meta.BaselineStamp.Length == 0)
            meta.StampBaseline();
        using (var cache = BaselineCache.Begin(directory, meta.BaselineStamp))
        {
            if (state.BaselineChanges.Niks is { } changed && !_table.WasOutOfOrder)
                BaselineOrder.Patched(_table, state.Connection, changed, cache.Write);
            else
                BaselineOrder.Anew(_table, state.Connection, cache.Write);

            // A file that is mapped cannot be replaced everywhere.
            _table.Dispose();
            _table = null;
            cache.Finish();
        }
    }

    public void Dispose() => _table?.Dispose();

    private void Append(DeltaPlan plan, ExportSurvey survey, long push, BatchLimits limits, CancellationToken cancellationToken)
    {
        using var writer = new OutboxWriter(state.Connection, meta, limits, push);
        foreach (var change in plan.Changes())
        {
            writer.Add(change, survey.Spool);
            if (writer.Changes % ProgressInterval != 0)
                continue;
            cancellationToken.ThrowIfCancellationRequested();
            progress(new SyncProgress(SyncPhase.Journaling, writer.Changes, survey.Spool.Count));
        }

        writer.Finish();
    }

    private void Remember(DeltaPlan plan)
    {
        using var baseline = new BaselineWriter(state);
        if (plan.Touched.Count > 0)
            meta.StampBaseline();
        foreach (var (nik, rowHash) in plan.Touched)
            baseline.Touch(nik, rowHash);
        using var unapplied = new UnappliedWriter(state.Connection);
        foreach (var place in plan.Settled)
            unapplied.Settle(place);
    }

    private static long TotalOf(long rows, double share) => share > 0.01 ? (long)(rows / share) : 0;
}
