using System.Globalization;
using KpuSync.Client.Delta;
using KpuSync.Client.Exports;
using KpuSync.Client.Findings;
using KpuSync.Contracts.V1;
using KpuSync.Rules;
using KpuSync.Rules.Registry;
using KpuSync.Rules.Values;

namespace KpuSync.Client.Progress;

/// <summary>Reads a file of monthly reports or yearly plans: good rows become changes, the others are named.</summary>
internal sealed class ProgressFile(string office, DateOnly today, FindingLog log)
{
    /// <summary>Reads the whole file; there are few rows in it.</summary>
    /// <exception cref="FileException">The file cannot be used at all.</exception>
    public (ExportSource Source, IReadOnlyList<Change> Changes, DeltaCounts Counts) Read(string path)
    {
        using var reader = ExportFile.Open(path, ProgressColumns.For);
        var columns = ProgressColumns.For(reader.Layout.Headers);
        var source = new ExportSource(reader.FileName, reader.Layout, reader.IsSpreadsheet);
        var uncalculated = reader.IsSpreadsheet ? XlsxFormulas.WithoutValue(path) : new HashSet<(int, int)>();
        var rows = new List<(int Number, Change Change)>();
        var (read, bad) = (0, 0);
        for (var row = new ExportRow(); reader.Read(row);)
        {
            read++;
            var number = row.Number;
            var faults = new List<Violation>();
            if (row.Fault is not RowFault.None)
                faults.AddRange(RowFaults.Of(row, reader.Layout));
            var cells = new ProgressCells(
                columns,
                column => reader.Layout.Packed[column] is >= 0 and var place && uncalculated.Contains((number, place)) ? null : row[column].ToString(),
                faults);
            var change = columns == ProgressColumns.Plan ? ProgressRows.PlanOf(cells, office) : ProgressRows.ReportOf(cells, office);
            if (faults.Count == 0)
                faults.AddRange(Check(change));
            if (faults.Exists(f => f.Severity is Severity.Error))
                bad++;
            else
                rows.Add((number, change));
            if (faults.Count > 0)
                log.Add(new RowFinding(source, number, faults, []));
        }

        var changes = WithoutRepeated(rows, source);
        bad += rows.Count - changes.Count;
        return (source, changes, default(DeltaCounts) with { Rows = read, Unreadable = bad, Items = changes.Count });
    }

    /// <summary>What is wrong with a change as far as it can be told here.</summary>
    public IReadOnlyList<Violation> Check(Change change) => ChangeRules.Default.Check(change, OfficeCode.Parse(office), today);

    private List<Change> WithoutRepeated(List<(int Number, Change Change)> rows, ExportSource source)
    {
        var changes = new List<Change>(rows.Count);
        foreach (var same in rows.GroupBy(r => (r.Change.ProgressReport?.Month, r.Change.ProgressPlan?.Year)))
        {
            var (first, last) = (same.First(), same.Last());
            if (first.Number == last.Number)
            {
                first.Change.Reference = first.Number.ToString(CultureInfo.InvariantCulture);
                changes.Add(first.Change);
                continue;
            }

            foreach (var (number, _) in same)
            {
                log.Add(new RowFinding(
                    source, number,
                    [FileRules.ReportRepeated.At(
                        first.Change.ProgressReport is null ? "progress_plan.year" : "progress_report.month",
                        ("first_row", first.Number.ToString(CultureInfo.InvariantCulture)), ("second_row", last.Number.ToString(CultureInfo.InvariantCulture)))],
                    []));
            }
        }

        return changes;
    }
}
