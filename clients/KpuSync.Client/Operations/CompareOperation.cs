using KpuSync.Client.Delta;
using KpuSync.Client.Exports;
using KpuSync.Client.Findings;
using KpuSync.Client.Pull;
using KpuSync.Client.State;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Voters;

namespace KpuSync.Client.Operations;

/// <summary>Pulls the own ledger to its head and compares the register with an export, by village.</summary>
internal sealed class CompareOperation(OperationScope scope)
{
    private readonly SortedDictionary<long, Counts> _villages = [];

    public async Task<CompareReport> RunAsync(string file, CancellationToken cancellationToken)
    {
        using var reader = ExportFile.Open(file);
        await new BaselinePull(scope.Options, scope.Installation, scope.Meta, scope.Connection, scope.Report).RunAsync(null, cancellationToken);
        using var table = BaselineTable.Load(scope.State.Connection);
        using var survey = new ExportSurvey(
            table, scope.Log, new ExportSource(reader.FileName, reader.Layout, reader.IsSpreadsheet), scope.Installation.Directory);
        await Task.Run(() => Compare(reader, table, survey, cancellationToken), cancellationToken);
        var villages = _villages.Where(v => v.Value.Any).Select(v => v.Value.ToResult(CodeOf(v.Key))).ToList();
        return new CompareReport(
            reader.FileName,
            TotalOf(villages),
            villages,
            survey.Rows,
            scope.Log.Faults.Select(f => f.Row).Distinct().LongCount(),
            scope.Log.ToFindings());
    }

    private void Compare(IExportReader reader, BaselineTable table, ExportSurvey survey, CancellationToken cancellationToken)
    {
        survey.Run(reader, rows => scope.Report(new SyncProgress(SyncPhase.Reading, rows, 0)), cancellationToken);
        for (var index = 0; index < table.Count; index++)
            CountRegister(table, index);
        var parser = new RowParser(RegionCatalogue.Default, scope.Installation.Config.Office, reader.Layout);
        var row = new ExportRow();
        foreach (var (handle, index) in survey.Candidates)
        {
            cancellationToken.ThrowIfCancellationRequested();
            survey.Spool.Read(handle, row);
            CountRow(table, index, row, parser, survey, handle, reader);
        }
    }

    private void CountRegister(BaselineTable table, int index)
    {
        ref readonly var entry = ref table[index];
        if (!entry.State.IsActive)
            return;
        var village = Village(entry.State.Village);
        village.Register++;
        if (table.SeenOf(index).Row == 0)
        {
            village.OnlyInRegister++;
        }
        else if (table.SeenOf(index).IsRecognised)
        {
            village.Export++;
            village.Same++;
        }
    }

    private void CountRow(
        BaselineTable table, int index, ExportRow row, RowParser parser, ExportSurvey survey, int handle, IExportReader reader)
    {
        ref readonly var entry = ref table[index];
        var parsed = new ParsedRow();
        var faults = new List<Violation>();
        parser.Parse(row, parsed, faults);
        if (parsed.Ket is { Kind: KetKind.PollingStationWrong })
            return;
        if (parsed.Ket is { Kind: KetKind.Removal })
        {
            // A row that removes somebody says that the voter is not in the list any more.
            if (entry.State.IsActive)
                Village(entry.State.Village).OnlyInRegister++;
            return;
        }

        if (faults.Count > 0)
        {
            scope.Log.Add(new RowFinding(
                new ExportSource(reader.FileName, reader.Layout, reader.IsSpreadsheet), row.Number, faults, [survey.Spool.Packed(handle).ToArray()]));
            if (entry.State.IsActive)
                Village(entry.State.Village).Differing++;
            return;
        }

        var voter = parsed.Voter!;
        var village = Village(entry.State.IsActive ? entry.State.Village : VoterState.VillageNumber(voter.VillageCode));
        Village(VoterState.VillageNumber(voter.VillageCode)).Export++;
        if (!entry.State.IsActive)
            village.OnlyInExport++;
        else if (entry.RecordHash == RecordHash.Of(voter))
            village.Same++;
        else
            village.Differing++;
    }

    private Counts Village(long number)
    {
        if (!_villages.TryGetValue(number, out var counts))
            _villages[number] = counts = new Counts();
        return counts;
    }

    private static string CodeOf(long village) => village.ToString("D10", System.Globalization.CultureInfo.InvariantCulture);

    private static VillageComparison TotalOf(List<VillageComparison> all) => new(
        "",
        "",
        all.Sum(v => v.Register),
        all.Sum(v => v.Export),
        all.Sum(v => v.Same),
        all.Sum(v => v.Differing),
        all.Sum(v => v.OnlyInRegister),
        all.Sum(v => v.OnlyInExport));

    private sealed class Counts
    {
        public long Register { get; set; }

        public long Export { get; set; }

        public long Same { get; set; }

        public long Differing { get; set; }

        public long OnlyInRegister { get; set; }

        public long OnlyInExport { get; set; }

        public bool Any => Register + Export + OnlyInRegister + OnlyInExport > 0;

        public VillageComparison ToResult(string code) => new(
            code, RegionCatalogue.Default.NameOf(code) ?? "", Register, Export, Same, Differing, OnlyInRegister, OnlyInExport);
    }
}
