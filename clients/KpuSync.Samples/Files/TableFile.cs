using System.Text;

namespace KpuSync.Samples.Files;

/// <summary>Writes a file that is small enough for one list of lines: reports, plans, members, profiles.</summary>
internal static class TableFile
{
    private const char Separator = ';';

    /// <summary>Name of a file in the format that was asked for.</summary>
    public static string NameOf(SampleOptions options, string stem) => stem + (options.Format == SampleFormat.Xlsx ? ".xlsx" : ".csv");

    /// <summary>Writes it.</summary>
    /// <param name="options">Folder and format.</param>
    /// <param name="stem">Name of the file without its ending.</param>
    /// <param name="lines">The header and the rows; no cell holds a semicolon.</param>
    public static void Write(SampleOptions options, string stem, IEnumerable<string[]> lines)
    {
        var path = Path.Combine(options.Directory, NameOf(options, stem));
        if (options.Format == SampleFormat.Xlsx)
        {
            using var workbook = new Workbook(path, "Data");
            foreach (var line in lines)
                workbook.WriteRow(line.Length, i => line[i]);
            return;
        }

        using var text = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\r\n" };
        foreach (var line in lines)
            text.WriteLine(string.Join(Separator, line));
    }
}
