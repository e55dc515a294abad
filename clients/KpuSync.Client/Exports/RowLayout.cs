using KpuSync.Client.Texts;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Registry;

namespace KpuSync.Client.Exports;

/// <summary>How the columns of one file lie, and in which order its rows are packed: known columns first, then the file's others.</summary>
/// <param name="Headers">Header names as they stand in the file, in its order.</param>
/// <param name="Packed">For each packed field the place in <paramref name="Headers"/>, or -1 for a known column that the file does not have.</param>
/// <param name="IsItems">True if the file is not of voters.</param>
internal sealed record RowLayout(string[] Headers, int[] Packed, bool IsItems = false)
{
    private const int HeaderShownMax = 60;

    /// <summary>
    /// The place of a known column in the file; -1 if it does not have it. Of the columns of voters a file of items can only have the one that a report adds.
    /// </summary>
    public int OrdinalOf(ExportColumn column) => (IsItems, column) switch
    {
        (false, _) => Packed[(int)column],
        (true, ExportColumn.Correction) => Array.FindIndex(Headers, ExportColumns.IsCorrection),
        _ => -1,
    };

    /// <summary>The header as it stands in the file, or the column's usual name.</summary>
    public string HeaderOf(ExportColumn column) => OrdinalOf(column) is >= 0 and var ordinal ? Headers[ordinal].Trim() : ExportColumns.NameOf(column);

    /// <exception cref="FileException">A required column is missing, or a known one stands twice.</exception>
    public static RowLayout Of(string[] headers, string file, ColumnSet columns)
    {
        var packed = Enumerable.Repeat(-1, columns.Names.Count).ToList();
        for (var i = 0; i < headers.Length; i++)
        {
            var column = columns.Find(headers[i]);
            if (column < 0)
            {
                packed.Add(i);
                continue;
            }

            if (packed[column] >= 0)
                throw ClientTexts.ColumnTwice(file, columns.Names[column]);
            packed[column] = i;
        }

        foreach (var (column, name) in columns.Names.Index())
        {
            if (columns.IsRequired(column) && packed[column] < 0)
                throw ClientTexts.ColumnMissing(file, name, Closest(name, headers.Where(h => h.Trim().Length > 0 && columns.Find(h) < 0)), ColumnsIn(headers));
        }

        return new RowLayout(headers, [.. packed], columns != ExportColumns.Set);
    }

    /// <summary>Warns of every header that is no column of the file's kind: its cells would otherwise be lost without a word.</summary>
    public static IEnumerable<Violation> UnknownColumns(string[] headers, ColumnSet columns)
    {
        var absent = columns.Names.Where(name => !Array.Exists(headers, h => columns.Find(h) is >= 0 and var column && columns.Names[column] == name)).ToList();
        foreach (var header in headers.Select(h => h.Trim()).Where(h => h.Length > 0 && columns.Find(h) < 0 && !ExportColumns.IsOfReport(h)))
        {
            var closest = Closest(header, absent);
            yield return closest.Length == 0
                ? FileRules.HeaderColumnUnknownNoneClose.At(header, ("column", Short(header)), ("columns", ColumnsIn([.. columns.Names])))
                : FileRules.HeaderColumnUnknown.At(header, ("column", Short(header)), ("closest", closest));
        }
    }

    private static string Closest(string wanted, IEnumerable<string> candidates) =>
        candidates
            .Select(h => (Header: h.Trim(), Distance: EditDistance.Between(Letters(wanted), Letters(h))))
            .Where(h => h.Distance <= Math.Max(wanted.Length, h.Header.Length) * 2 / 3)
            .OrderBy(h => h.Distance)
            .Select(h => Short(h.Header))
            .FirstOrDefault() ?? "";

    private static string Short(string header) => header.Length > HeaderShownMax ? header[..HeaderShownMax] : header;

    private static string ColumnsIn(string[] headers)
    {
        var columns = string.Join(", ", headers.Where(h => h.Trim().Length > 0));
        return columns.Length > 300 ? columns[..300] : columns;
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
