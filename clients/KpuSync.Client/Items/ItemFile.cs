using System.Globalization;
using KpuSync.Client.Delta;
using KpuSync.Client.Exports;
using KpuSync.Client.Findings;
using KpuSync.Client.Parties;
using KpuSync.Client.State;
using KpuSync.Contracts.V1;
using KpuSync.Rules;
using KpuSync.Rules.Registry;
using KpuSync.Rules.Values;

namespace KpuSync.Client.Items;

/// <summary>One item of a file, with its rows.</summary>
/// <param name="Number">First row, as a spreadsheet counts it.</param>
/// <param name="Change">What it says.</param>
/// <param name="Packed">Its rows as they stood in the file.</param>
internal sealed record ItemRow(int Number, Change Change, List<byte[]> Packed);

/// <summary>The difference between a file of items (reports, plans, party data) and the baseline: good rows become changes, the others are named.</summary>
internal sealed class ItemFile(IExportReader reader, ItemFileKind kind, IReadOnlySet<(int Row, int Column)> uncalculated, OfficeCode office, DateOnly today, FindingLog log)
{
    private const int HeaderRow = 1;

    private readonly ExportRow _row = new();

    // Where the report of an earlier push says which change a row mends; -1 if the file is not such a report.
    private readonly int _correction = Array.IndexOf(reader.Layout.Packed, reader.Layout.OrdinalOf(ExportColumn.Correction), kind.Columns.Names.Count);
    private long _read;
    private long _bad;
    private long _known;
    private long _before;
    private long _new;
    private long _gone;
    private CompleteMembers? _complete;

    public ExportSource Source { get; } = new(reader.FileName, reader.Layout, reader.IsSpreadsheet);

    /// <summary>What was read; complete when all changes were taken.</summary>
    public DeltaCounts Counts => default(DeltaCounts) with { Rows = _read, Unchanged = _known, Unreadable = _bad, NotAppliedBefore = _before, Items = _new, Gone = _gone };

    /// <summary>Opens a file.</summary>
    /// <exception cref="FileException">The file cannot be used at all.</exception>
    public static ItemFile Open(IExportReader reader, string path, ItemFileKind kind, OfficeCode office, DateOnly today, FindingLog log) =>
        new(reader, kind, reader.IsSpreadsheet ? XlsxFormulas.WithoutValue(path) : new HashSet<(int, int)>(), office, today, log);

    /// <summary>What the server is not known to hold, in the order of rows or, where there is one row an item, of items.</summary>
    /// <param name="baseline">What it is known to hold.</param>
    /// <param name="again">True to send again what was not applied before.</param>
    /// <param name="complete">Takes out the members that the file no longer has; null if it is not their whole list.</param>
    public IEnumerable<ItemRow> Changes(ItemBaseline baseline, bool again, CompleteMembers? complete = null)
    {
        _complete = complete;
        foreach (var unknown in RowLayout.UnknownColumns(reader.Layout.Headers, kind.Columns))
            log.Add(new RowFinding(Source, HeaderRow, [unknown], []));
        foreach (var item in News(Items(), baseline, again))
        {
            _new++;
            item.Change.Reference = Text(item.Number);
            yield return item;
        }

        if (complete?.Unidentified is > 0 and var rows)
        {
            log.Add(new RowFinding(Source, 0, [FileRules.MembersGoneUncertain.At("", ("rows", Text(rows)))], []));
            yield break;
        }

        foreach (var item in News(complete?.Gone().Select(change => new ItemRow(0, change, [])) ?? [], baseline, again))
        {
            _gone++;
            yield return item;
        }
    }

    /// <summary>What the rules refuse in a change. Warnings come from the server, once.</summary>
    public static List<Violation> Faults(Change change, OfficeCode office, DateOnly today) =>
        [.. ChangeRules.Default.Check(change, office, today).Where(v => v.Severity is Severity.Error)];

    private IEnumerable<ItemRow> News(IEnumerable<ItemRow> items, ItemBaseline baseline, bool again)
    {
        foreach (var item in items)
        {
            switch (baseline.NewsOf(item.Change))
            {
                case ItemNews.Known:
                    _known++;
                    break;
                case ItemNews.NotAppliedBefore when !again:
                    _before++;
                    break;
                default:
                    yield return item;
                    break;
            }
        }
    }

    // Files of which one item may have several rows, or must have one, are small enough to be held.
    private IEnumerable<ItemRow> Items()
    {
        if (kind.Join is { } join)
            return WithoutFaults(Joined(join));
        return kind.IsLarge ? WithoutFaults(Rows()) : WithoutRepeated(WithoutFaults(Rows()));
    }

    private IEnumerable<ItemRow> Rows()
    {
        while (reader.Read(_row))
        {
            _read++;
            var packed = new byte[_row.Utf8LengthMax];
            Array.Resize(ref packed, _row.WriteUtf8(packed));
            var faults = new List<Violation>();
            if (_row.Fault is not RowFault.None)
                faults.AddRange(RowFaults.Of(_row, reader.Layout));
            var change = kind.ChangeOf(new ItemCells(kind.Columns, CellOf, faults));
            change.Corrects = Correction();
            _complete?.See(_row.Fault is RowFault.None ? change : null);
            if (faults.Count > 0)
                Refuse(_row.Number, faults, [packed], change.Corrects);
            else
                yield return new ItemRow(_row.Number, change, [packed]);
        }
    }

    private IEnumerable<ItemRow> WithoutFaults(IEnumerable<ItemRow> items)
    {
        foreach (var item in items)
        {
            if (Faults(item.Change, office, today) is { Count: > 0 } faults)
                Refuse(item.Number, faults, item.Packed, item.Change.Corrects);
            else
                yield return item;
        }
    }

    // In the order of the keys: months are judged against those before them.
    private IEnumerable<ItemRow> WithoutRepeated(IEnumerable<ItemRow> items)
    {
        foreach (var same in items.GroupBy(item => ItemIdentity.Of(item.Change)?.Key).OrderBy(g => g.Key, StringComparer.Ordinal).Select(group => group.ToList()).ToList())
        {
            if (same.Count == 1)
            {
                yield return same[0];
                continue;
            }

            foreach (var item in same)
                Refuse(item.Number, [FileRules.ReportRepeated.At("", ("first_row", Text(same[0].Number)), ("second_row", Text(same[^1].Number)))], item.Packed, item.Change.Corrects);
        }
    }

    private IEnumerable<ItemRow> Joined(Action<Change, Change> join)
    {
        foreach (var same in Rows().GroupBy(row => ItemIdentity.Of(row.Change)).Select(group => group.ToList()).ToList())
        {
            foreach (var row in same.Skip(1))
            {
                join(same[0].Change, row.Change);
                same[0].Change.Corrects ??= row.Change.Corrects;
                same[0].Packed.AddRange(row.Packed);
            }

            yield return same[0];
        }
    }

    private ChangeRef? Correction() => _correction >= 0 && ChangePlace.TryParse(_row[_correction].Trim(), out var place)
        ? new ChangeRef { Sequence = place.Sequence, Index = place.Index }
        : null;

    private string? CellOf(int column) =>
        reader.Layout.Packed[column] is >= 0 and var place && uncalculated.Contains((_row.Number, place)) ? null : _row[column].ToString();

    // What a row was to mend it still has to mend.
    private void Refuse(int number, List<Violation> faults, List<byte[]> packed, ChangeRef? corrects)
    {
        _bad += packed.Count;
        log.Add(new RowFinding(Source, number, faults, packed) { Place = corrects is null ? null : new ChangePlace(corrects.Sequence, corrects.Index) });
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
