using KpuSync.Client.Delta;
using KpuSync.Client.Exports;
using KpuSync.Client.Findings;
using KpuSync.Client.Outbox;
using KpuSync.Client.Push;
using KpuSync.Client.Reports;
using KpuSync.Client.State;
using KpuSync.Contracts.V1;
using KpuSync.Rules;
using KpuSync.Rules.Regions;

namespace KpuSync.Client.Operations;

/// <summary>Checks an export without sending it: every row by the rules that need no register, or the delta by the server's dry run.</summary>
internal sealed class ValidateOperation(OperationScope scope)
{
    private const int ReportInterval = 5_000;

    public async Task<ValidateReport> RunAsync(string file, ValidateOptions options, CancellationToken cancellationToken)
    {
        using var reader = ExportFile.Open(file);
        var source = new ExportSource(reader.FileName, reader.Layout, reader.IsSpreadsheet);

        // Offline every row is looked at; the server is asked about what a push would send.
        using var table = options.OnServer ? BaselineTable.Load(scope.State.Connection) : BaselineTable.Empty();
        using var survey = new ExportSurvey(table, scope.Log, source, scope.Installation.Directory);
        await Task.Run(
            () => survey.Run(reader, rows => scope.Report(new SyncProgress(SyncPhase.Reading, rows, 0)), cancellationToken), cancellationToken);
        var parser = new RowParser(RegionCatalogue.Default, scope.Installation.Config.Office, reader.Layout);
        var plan = new DeltaPlan(
            table, survey, UnappliedChanges.Load(scope.State.Connection), parser, scope.Log, source, new PushOptions { RetryNotApplied = true },
            asState: options.OnServer && scope.Meta.ExportIsState);
        OutcomeTotals? outcomes = null;
        if (options.OnServer)
            outcomes = await AskServerAsync(plan, survey, source, cancellationToken);
        else
            await Task.Run(() => CheckOffline(plan, survey, source, cancellationToken), cancellationToken);
        return new ValidateReport(
            reader.FileName,
            survey.Rows,
            scope.Log.Faults.Select(f => f.Row).Distinct().LongCount(),
            scope.Log.RowsWithWarnings,
            outcomes,
            scope.Log.ToFindings(),
            scope.Log.Total,
            options.WriteReport ? ReportWriter.Write(scope.Installation.ReportsDirectory, scope.Log.Faults, scope.Options.Time.GetUtcNow()) : []);
    }

    private void CheckOffline(DeltaPlan plan, ExportSurvey survey, ExportSource source, CancellationToken cancellationToken)
    {
        var office = scope.Installation.Office;
        var today = OfficeCalendar.TodayIn(office, scope.Options.Time);
        var done = 0;
        foreach (var planned in plan.Changes())
        {
            if (++done % ReportInterval == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                scope.Report(new SyncProgress(SyncPhase.Validating, done, survey.Spool.Count));
            }

            var violations = ChangeRules.Default.Check(planned.Change, office, today);
            if (violations.Count > 0)
                scope.Log.Add(FindingOf(planned, survey, source, [.. violations], null));
        }
    }

    private async Task<OutcomeTotals> AskServerAsync(DeltaPlan plan, ExportSurvey survey, ExportSource source, CancellationToken cancellationToken)
    {
        var totals = default(OutcomeTotals);
        foreach (var chunk in plan.Changes().Chunk(BatchLimits.Default.Changes / 2))
        {
            var batch = new Batch { OfficeCode = scope.Installation.Config.Office, ContractVersion = PushSession.ContractVersion, SourceName = source.Name };
            batch.Changes.AddRange(chunk.Select(c => c.Change));
            var request = new ValidateBatchRequest { Batch = batch };
            var answer = await scope.CallAsync(options => scope.Connection.Service.ValidateBatchAsync(request, options), cancellationToken);
            totals = totals.Plus(answer.Counts);
            foreach (var outcome in answer.Outcomes)
                scope.Log.Add(FindingOf(chunk[outcome.Index], survey, source, [.. outcome.Violations], outcome.Status));
            scope.Report(new SyncProgress(SyncPhase.Validating, totals.Sum, survey.Spool.Count, totals));
        }

        return totals;
    }

    private static RowFinding FindingOf(
        PlannedChange planned, ExportSurvey survey, ExportSource source, IReadOnlyList<Violation> violations, OutcomeStatus? status) =>
        new(
            source,
            planned.Handle < 0 ? 0 : survey.Spool.RowOf(planned.Handle),
            violations,
            planned.Handle < 0 ? [] : [survey.Spool.Packed(planned.Handle).ToArray()])
        {
            Status = status,
        };
}
