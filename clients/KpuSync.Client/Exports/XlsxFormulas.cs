using System.Globalization;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace KpuSync.Client.Exports;

/// <summary>Finds the formulas of a spreadsheet that have no value: a program wrote them, and no spreadsheet program has calculated them since.</summary>
/// <remarks>Their cells read as empty, which would pass for nothing. Formulas with a value read as that value, which is what a person sees.</remarks>
internal static class XlsxFormulas
{
    private const int LettersOfAlphabet = 26;

    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static readonly XNamespace Relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static readonly XNamespace Package = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>The cells of the first sheet: row as a spreadsheet counts it, and column from 0.</summary>
    public static IReadOnlySet<(int Row, int Column)> WithoutValue(string path)
    {
        var found = new HashSet<(int, int)>();
        // As the rows are read: a file that is open in a spreadsheet program can be read all the same.
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var archive = new ZipArchive(file, ZipArchiveMode.Read);
        if (FirstSheetOf(archive) is not { } sheet)
            return found;
        using var reader = XmlReader.Create(sheet.Open());
        while (reader.ReadToFollowing("c", Main.NamespaceName))
        {
            if (PlaceOf(reader.GetAttribute("r")) is { } place && IsFormulaWithoutValue(reader))
                found.Add(place);
        }

        return found;
    }

    private static bool IsFormulaWithoutValue(XmlReader reader)
    {
        // A formula that gives a text may well give an empty one.
        var hasValue = reader.GetAttribute("t") == "str";
        var (isFormula, isInValue) = (false, false);
        using var cell = reader.ReadSubtree();
        while (cell.Read())
        {
            if (cell.NodeType is XmlNodeType.Element)
                (isFormula, isInValue) = (isFormula || cell.LocalName == "f", cell.LocalName is "v" or "t");
            else if (cell.NodeType is XmlNodeType.Text)
                hasValue |= isInValue;
        }

        return isFormula && !hasValue;
    }

    private static ZipArchiveEntry? FirstSheetOf(ZipArchive archive)
    {
        var id = Load(archive, "xl/workbook.xml")?.Descendants(Main + "sheet").FirstOrDefault()?.Attribute(Relation + "id")?.Value;
        var target = Load(archive, "xl/_rels/workbook.xml.rels")?.Descendants(Package + "Relationship")
            .FirstOrDefault(r => r.Attribute("Id")?.Value == id)?.Attribute("Target")?.Value;
        if (target is null)
            return null;
        return archive.GetEntry(target.StartsWith('/') ? target[1..] : $"xl/{target}");
    }

    private static XDocument? Load(ZipArchive archive, string name)
    {
        if (archive.GetEntry(name) is not { } entry)
            return null;
        using var stream = entry.Open();
        return XDocument.Load(stream);
    }

    // `AB12`: column letters, then the row.
    private static (int Row, int Column)? PlaceOf(string? reference)
    {
        if (reference is null)
            return null;
        var letters = reference.AsSpan().IndexOfAnyExceptInRange('A', 'Z');
        if (letters <= 0 || !int.TryParse(reference.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out var row))
            return null;
        var column = 0;
        foreach (var letter in reference.AsSpan(0, letters))
            column = (column * LettersOfAlphabet) + (letter - 'A' + 1);
        return (row, column - 1);
    }
}
