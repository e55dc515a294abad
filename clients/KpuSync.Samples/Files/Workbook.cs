using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace KpuSync.Samples.Files;

/// <summary>Writes the smallest workbook that spreadsheets open: one sheet, every cell text, no time of writing inside.</summary>
internal sealed class Workbook : IDisposable
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const int Letters = 26;
    private static readonly DateTimeOffset ZipEpoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly ZipArchive _zip;
    private readonly StreamWriter _sheet;

    /// <param name="path">The file; overwritten.</param>
    /// <param name="name">Name of the sheet.</param>
    public Workbook(string path, string name)
    {
        _zip = new ZipArchive(new FileStream(path, FileMode.Create, FileAccess.Write), ZipArchiveMode.Create);
        AddPart("[Content_Types].xml",
            """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>""");
        AddPart("_rels/.rels", $"""<Relationships xmlns="{PackageRelations}"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
        AddPart("xl/workbook.xml",
            $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="{name}" sheetId="1" r:id="rId1"/></sheets></workbook>""");
        AddPart("xl/_rels/workbook.xml.rels",
            $"""<Relationships xmlns="{PackageRelations}"><Relationship Id="rId1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>""");
        _sheet = new StreamWriter(Open("xl/worksheets/sheet1.xml"), new UTF8Encoding(false), 1 << 16);
        _sheet.Write($"""<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="{Main}"><sheetData>""");
    }

    /// <summary>Rows written.</summary>
    public int Row { get; private set; }

    /// <summary>Writes a row; empty cells are left out.</summary>
    public void WriteRow(int count, Func<int, string> textOf)
    {
        Row++;
        _sheet.Write(string.Create(CultureInfo.InvariantCulture, $"""<row r="{Row}">"""));
        for (var i = 0; i < count; i++)
        {
            var text = textOf(i);
            if (text.Length > 0)
                _sheet.Write(string.Create(CultureInfo.InvariantCulture, $"""<c r="{ColumnOf(i)}{Row}" t="inlineStr"><is><t>{SecurityElement.Escape(text)}</t></is></c>"""));
        }

        _sheet.Write("</row>");
    }

    public void Dispose()
    {
        _sheet.Write("</sheetData></worksheet>");
        _sheet.Dispose();
        _zip.Dispose();
    }

    // A to Z, then AA.
    private static string ColumnOf(int index) =>
        index < Letters ? $"{(char)('A' + index)}" : $"{(char)('A' + (index / Letters) - 1)}{(char)('A' + (index % Letters))}";

    private void AddPart(string name, string content)
    {
        using var part = new StreamWriter(Open(name), new UTF8Encoding(false));
        part.Write("""<?xml version="1.0" encoding="UTF-8"?>""");
        part.Write(content);
    }

    private Stream Open(string name)
    {
        var entry = _zip.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = ZipEpoch;
        return entry.Open();
    }
}
