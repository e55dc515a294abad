using System.Globalization;
using System.Text;
using KpuSync.Client.Exports;
using KpuSync.Client.Findings;
using KpuSync.Client.Installations;
using KpuSync.Client.Texts;
using MiniExcelLibs;

namespace KpuSync.Client.Reports;

/// <summary>Writes the rows that were not applied to a file with their original columns and the reasons, to be mended in a spreadsheet and pushed again.</summary>
internal static class ReportWriter
{
    /// <summary>One file for each source that has such rows; a spreadsheet beside it where the source was one.</summary>
    public static IReadOnlyList<string> Write(string directory, IReadOnlyList<RowFinding> faults, DateTimeOffset now)
    {
        var paths = new List<string>();
        foreach (var ofSource in faults.Where(f => f.PackedRows.Count > 0 && f.Source.Layout is not null).GroupBy(f => f.Source.Name))
        {
            var rows = ofSource.OrderBy(f => f.Row).ToList();
            var table = new ReportTable(rows[0].Source.Layout!);
            var path = FreePath(directory, ofSource.Key, now);
            WriteCsv(path, table, rows);
            paths.Add(path);
            if (rows[0].Source.IsSpreadsheet)
                paths.Add(WriteXlsx(Path.ChangeExtension(path, ".xlsx"), table, rows));
        }

        return paths;
    }

    /// <summary>Removes reports that are older than the retention.</summary>
    public static void Purge(string directory, DateTimeOffset before)
    {
        if (!Directory.Exists(directory))
            return;
        foreach (var path in Directory.EnumerateFiles(directory))
        {
            if (File.GetLastWriteTimeUtc(path) < before.UtcDateTime)
                File.Delete(path);
        }
    }

    private static string FreePath(string directory, string source, DateTimeOffset now)
    {
        OwnerOnly.CreateDirectory(directory);
        var name = string.Concat(Path.GetFileNameWithoutExtension(source).Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '_'));
        var stem = $"{name}-perbaikan-{now.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture)}";
        var path = Path.Combine(directory, stem + ".csv");
        for (var n = 2; File.Exists(path); n++)
            path = Path.Combine(directory, $"{stem}-{n}.csv");
        return path;
    }

    private static void WriteCsv(string path, ReportTable table, List<RowFinding> rows)
    {
        // With the mark, so that a spreadsheet opens it as UTF-8.
        using var text = new StreamWriter(OwnerOnly.Create(path), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), 1 << 16);
        text.NewLine = "\r\n";
        WriteLine(text, table.Headers);
        foreach (var line in rows.SelectMany(table.Lines))
            WriteLine(text, line);
    }

    private static string WriteXlsx(string path, ReportTable table, List<RowFinding> rows)
    {
        using var file = OwnerOnly.Create(path);
        file.SaveAs(rows.SelectMany(table.Lines).Select(line =>
        {
            var cells = new Dictionary<string, object>();
            for (var i = 0; i < line.Count; i++)
                cells[table.Headers[i]] = line[i];
            return cells;
        }));
        return path;
    }

    private static void WriteLine(StreamWriter text, IReadOnlyList<string> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0)
                text.Write(',');
            text.Write(Quoted(Guarded(cells[i])));
        }

        text.WriteLine();
    }

    // A cell that begins like this is a formula to a spreadsheet program (CSV injection). The reader takes the apostrophe off again.
    private static string Guarded(string cell) => cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + cell : cell;

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",;\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}

/// <summary>The columns and lines of a report.</summary>
internal sealed class ReportTable
{
    private readonly RowLayout _layout;
    private readonly int[] _kept;

    public ReportTable(RowLayout layout)
    {
        _layout = layout;

        // A report of a mended report has its own reasons, not the old ones.
        _kept = [.. Enumerable.Range(0, layout.Headers.Length).Where(i =>
            i != layout.OrdinalOf(ExportColumn.Correction) && !ExportColumns.IsReportText(layout.Headers[i]))];
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        Headers =
        [
            .. _kept.Select(i => layout.Headers[i]).Select((h, i) => h.Length > 0 && names.Add(h) ? h : $"{h}_{i + 1}"),
            ExportColumns.NameOf(ExportColumn.Correction), ExportColumns.ReasonIndonesian, ExportColumns.ReasonEnglish,
        ];
    }

    public IReadOnlyList<string> Headers { get; }

    /// <summary>A finding's rows, each with the reasons.</summary>
    public IEnumerable<IReadOnlyList<string>> Lines(RowFinding finding)
    {
        var texts = finding.Violations.Select(ClientTexts.TextOf).ToList();
        var row = new ExportRow();
        foreach (var packed in finding.PackedRows)
        {
            row.ReadUtf8(packed);
            yield return
            [
                .. CellsOf(row),
                finding.Place?.ToString() ?? "",
                string.Join(" / ", texts.Select(t => t.Indonesian)),
                string.Join(" / ", texts.Select(t => t.English)),
            ];
        }
    }

    private string[] CellsOf(ExportRow row)
    {
        var cells = new string[_layout.Headers.Length];
        Array.Fill(cells, "");
        for (var field = 0; field < _layout.Packed.Length; field++)
        {
            if (_layout.Packed[field] >= 0)
                cells[_layout.Packed[field]] = row[field].ToString();
        }

        return [.. _kept.Select(i => cells[i])];
    }
}
