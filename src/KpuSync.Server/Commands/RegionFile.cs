using System.Text;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Registry;

namespace KpuSync.Server.Commands;

/// <summary>Reads a CSV file of regions: separated by commas, semicolons or tabs; cells may stand in quotation marks. A header may name the columns.</summary>
internal static class RegionFile
{
    private static readonly string[] CodeHeads = ["code", "kode"];
    private static readonly string[] NameHeads = ["name", "nama"];
    private static readonly char[] Separators = [';', '\t', ','];

    /// <summary>The rows, and those that cannot be read.</summary>
    public static (IReadOnlyList<RegionRow> Rows, IReadOnlyList<RegionFault> Unreadable) Read(string path)
    {
        var (rows, unreadable) = (new List<RegionRow>(), new List<RegionFault>());
        var (code, name, separator, number) = (0, 1, '\0', 0);
        foreach (var line in File.ReadLines(path, Encoding.UTF8))
        {
            number++;
            if (line.Trim().Length == 0 || line[0] == '#')
                continue;
            var isFirst = separator == '\0';
            if (isFirst)
                separator = Array.Find(Separators, line.Contains) is var found and not '\0' ? found : ',';
            if (Split(line, separator) is not { } cells)
                unreadable.Add(new RegionFault(number, "code", RegionFileRules.RowUnreadable));
            else if (isFirst && IndexOf(cells, CodeHeads) is >= 0 and var codeAt && IndexOf(cells, NameHeads) is >= 0 and var nameAt)
                (code, name) = (codeAt, nameAt);
            else
                rows.Add(new RegionRow(number, CellAt(cells, code), CellAt(cells, name)));
        }

        return (rows, unreadable);
    }

    private static int IndexOf(List<string> cells, string[] heads) => cells.FindIndex(cell => heads.Contains(cell.Trim(), StringComparer.OrdinalIgnoreCase));

    private static string CellAt(List<string> cells, int place) => place < cells.Count ? cells[place] : "";

    // Null if a quotation mark is not closed. A doubled one inside a quoted cell stands for itself.
    private static List<string>? Split(string line, char separator)
    {
        var (cells, cell, isQuoted) = (new List<string>(), new StringBuilder(), false);
        for (var at = 0; at < line.Length; at++)
        {
            var c = line[at];
            if (isQuoted && c == '"' && at + 1 < line.Length && line[at + 1] == '"')
                cell.Append(line[++at]);
            else if (c == '"' && (isQuoted || cell.Length == 0))
                isQuoted = !isQuoted;
            else if (c == separator && !isQuoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
                cell.Append(c);
        }

        cells.Add(cell.ToString());
        return isQuoted ? null : cells;
    }
}
