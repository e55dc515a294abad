using KpuSync.Client.Exports;
using KpuSync.Client.Findings;
using KpuSync.Client.State;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Registry;
using KpuSync.Rules.Values;

namespace KpuSync.Client.Delta;

/// <summary>
/// One pass over an export: recognises the rows that say what the baseline says by their hash, keeps the others for a closer look, and sees
/// which NIKs stand twice. A change can only be made once the whole file was seen, since its other row may come last.
/// </summary>
internal sealed class ExportSurvey(BaselineTable table, FindingLog log, ExportSource source, string directory) : IDisposable
{
    private const int ProgressInterval = 20_000;

    private readonly Dictionary<int, List<RepeatedRow>> _repeats = [];

    /// <summary>Rows kept for a closer look.</summary>
    public RowSpool Spool { get; } = new(directory);

    /// <summary>They, in the order of the file, with their place in the baseline table.</summary>
    public IEnumerable<(int Handle, int Index)> Candidates => Enumerable.Range(0, Spool.Count).Select(handle => (handle, Spool.IndexOf(handle)));

    /// <summary>Voters that a faulty row may mean, so that they do not count as gone.</summary>
    public GoneGuard Guard { get; } = new(table);

    public long Rows { get; private set; }

    public long Unchanged { get; private set; }

    public long Unreadable { get; private set; }

    public IReadOnlyList<RepeatedRow> RepeatsOf(int index) => _repeats[index];

    public void Run(IExportReader reader, Action<long> progress, CancellationToken cancellationToken)
    {
        var row = new ExportRow();
        while (reader.Read(row))
        {
            if (++Rows % ProgressInterval == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress(Rows);
            }

            Look(row);
        }

        progress(Rows);
    }

    public void Dispose() => Spool.Dispose();

    private void Look(ExportRow row)
    {
        if (row.Fault != RowFault.None)
        {
            AddFault(row, RowFaults.Of(row, source.Layout!));
            return;
        }

        if (!Nik.TryParse(row[ExportColumn.Nik], out var nik) && !Nik.TryParse(CellNik.Clean(row[ExportColumn.Nik]), out nik))
        {
            var violation = CellNik.FaultOf(row[ExportColumn.Nik], "voter_upsert.voter.nik", source.Layout!.HeaderOf(ExportColumn.Nik));
            AddFault(row, violation);
            return;
        }

        var hash = row.Hash;
        var index = table.FindOrAdd(nik.Value);
        ref var seen = ref table.SeenOf(index);
        if (seen.Row != 0)
        {
            AddRepeat(row, hash, index);
            return;
        }

        ref readonly var entry = ref table[index];
        seen.Row = row.Number;
        seen.Ket = KetMark(row);
        seen.IsRecognised = hash == entry.RowHash && entry.State.IsKnown;
        if (seen.IsRecognised)
            Unchanged++;
        else
            Spool.Add(row, hash, index);
    }

    private void AddRepeat(ExportRow row, ulong hash, int index)
    {
        ref var seen = ref table.SeenOf(index);
        if (!seen.IsRepeated)
        {
            seen.IsRepeated = true;
            _repeats[index] = [new RepeatedRow(seen.Row, seen.IsRecognised ? -1 : Spool.HandleOf(seen.Row), seen.Ket)];
        }

        _repeats[index].Add(new RepeatedRow(row.Number, Spool.Add(row, hash, index), KetMark(row)));
    }

    private void AddFault(ExportRow row, Violation violation)
    {
        Unreadable++;
        Guard.Protect(row);
        var packed = new byte[row.Utf8LengthMax];
        Array.Resize(ref packed, row.WriteUtf8(packed));
        log.Add(new RowFinding(source, row.Number, [violation], [packed]));
    }

    // Only 8 and B matter here: together they are one change.
    private static byte KetMark(ExportRow row)
    {
        var ket = row[ExportColumn.Ket].Trim();
        return ket.Length == 1 ? (byte)char.ToUpperInvariant(ket[0]) : (byte)0;
    }
}

/// <summary>One of the rows that share a NIK.</summary>
/// <param name="Row">The row as a spreadsheet counts it.</param>
/// <param name="Handle">Its place in the spool; -1 if it was recognised as unchanged.</param>
/// <param name="Ket">Its KET, as one upper case character.</param>
internal readonly record struct RepeatedRow(int Row, int Handle, byte Ket);

/// <summary>Names the faults of rows that could not be taken apart.</summary>
internal static class RowFaults
{
    public static Violation Of(ExportRow row, RowLayout layout)
    {
        var expected = layout.Headers.Length.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var actual = row.FieldsFound.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return row.Fault switch
        {
            RowFault.TooFewFields => FileRules.RowTruncated.At("", ("actual", actual), ("expected", expected)),
            RowFault.TooManyFields => FileRules.RowTooLong.At("", ("actual", actual), ("expected", expected)),
            RowFault.QuoteUnclosed => FileRules.QuoteNotClosed.At(
                "", ("row", row.Number.ToString(System.Globalization.CultureInfo.InvariantCulture))),
            RowFault.QuoteMisplaced => FileRules.QuoteMisplaced.At(""),
            _ => FileRules.CellTooLong.At("", ("max", ExportRow.FieldLengthMax.ToString(System.Globalization.CultureInfo.InvariantCulture))),
        };
    }
}
