using KpuSync.Client.Exports;
using KpuSync.Client.Texts;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Registry;

namespace KpuSync.Client.Findings;

/// <summary>Collects what is wrong with rows, from the file itself and from receipts, until it is returned and written to a report.</summary>
internal sealed class FindingLog
{
    private readonly List<RowFinding> _faults = [];
    private readonly List<RowFinding> _warnings = [];

    /// <summary>All violations, those that are not kept included.</summary>
    public long Total { get; private set; }

    /// <summary>Rows that were not applied.</summary>
    public IReadOnlyList<RowFinding> Faults => _faults;

    public void Add(RowFinding finding)
    {
        Total += Math.Max(1, finding.Violations.Count);
        if (!finding.IsWarning)
            _faults.Add(finding);
        else if (_warnings.Count < PushReport.FindingsMax)
            _warnings.Add(finding);
    }

    /// <summary>The findings by row, faults before warnings if there is no room for all.</summary>
    public IReadOnlyList<Finding> ToFindings() =>
        [.. _faults.Concat(_warnings)
            .SelectMany(ToFindings)
            .Take(PushReport.FindingsMax)
            .OrderBy(f => f.File, StringComparer.Ordinal)
            .ThenBy(f => f.Row)];

    public long RowsWithWarnings => _warnings.Select(w => (w.Source.Name, w.Row)).Distinct().LongCount();

    private static IEnumerable<Finding> ToFindings(RowFinding finding)
    {
        if (finding.Violations.Count == 0)
        {
            yield return ToFinding(finding, new Violation { Code = finding.Status?.ToString().ToUpperInvariant() ?? "", Severity = Severity.Error });
            yield break;
        }

        foreach (var violation in finding.Violations)
            yield return ToFinding(finding, violation);
    }

    private static Finding ToFinding(RowFinding finding, Violation violation) => new()
    {
        File = finding.Source.Name,
        Row = finding.Row,
        OtherRow = finding.OtherRow,
        Column = ColumnOf(finding.Source.Layout, violation),
        Code = violation.Code,
        Severity = violation.Severity,
        Text = ClientTexts.TextOf(violation),
        Status = finding.Status,
        Place = finding.Place,
        Again = finding.Again,
    };

    private static string ColumnOf(RowLayout? layout, Violation violation)
    {
        // What cannot be read is named by its column.
        if (layout is not null && Array.Find(layout.Headers, h => h.Trim().Equals(violation.FieldPath, StringComparison.OrdinalIgnoreCase)) is { } header)
            return header.Trim();
        var usual = FieldNames.ColumnOf(violation);
        return layout is not null && ExportColumns.TryFind(usual, out var column) ? layout.HeaderOf(column) : usual;
    }
}

/// <summary>What is wrong with one row, or one change that has none.</summary>
/// <param name="Source">Where the row comes from.</param>
/// <param name="Row">The row as a spreadsheet counts it; 0 if there is none.</param>
/// <param name="Violations">Why.</param>
/// <param name="PackedRows">The rows as they stood in the file, packed; empty if they are not at hand.</param>
internal sealed record RowFinding(ExportSource Source, int Row, IReadOnlyList<Violation> Violations, IReadOnlyList<byte[]> PackedRows)
{
    /// <summary>The other row of a repeated NIK.</summary>
    public int OtherRow { get; init; }

    /// <summary>What the server made of it; null for what never became a change.</summary>
    public OutcomeStatus? Status { get; init; }

    /// <summary>Where the change stands in the outbox.</summary>
    public ChangePlace? Place { get; init; }

    /// <summary>True if it was not sent again because the row has not changed.</summary>
    public bool Again { get; init; }

    /// <summary>True if the change is in the register all the same.</summary>
    public bool IsWarning =>
        Status is OutcomeStatus.Applied or OutcomeStatus.Unchanged || (Status is null && Violations.Count > 0 && Violations.All(v => v.Severity == Severity.Warning));
}
