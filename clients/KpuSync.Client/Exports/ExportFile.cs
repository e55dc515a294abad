using System.Text;
using System.Text.Unicode;
using KpuSync.Client.Texts;

namespace KpuSync.Client.Exports;

/// <summary>Opens an export: finds out whether it is a spreadsheet or text, and in which encoding.</summary>
internal static class ExportFile
{
    private const int ScanBufferBytes = 1 << 20;

    /// <summary>Opens a voter export.</summary>
    /// <exception cref="FileException">The file cannot be used at all.</exception>
    public static IExportReader Open(string path) => Open(path, _ => ExportColumns.Set);

    /// <summary>Opens a file of another kind.</summary>
    /// <param name="path">The file.</param>
    /// <param name="columnsFor">Tells from its headers which columns it may have.</param>
    /// <exception cref="FileException">The file cannot be used at all.</exception>
    public static IExportReader Open(string path, Func<string[], ColumnSet> columnsFor)
    {
        var name = Path.GetFileName(path);
        if (!File.Exists(path))
            throw ClientTexts.FileNotFound(name);
        try
        {
            using var probe = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
            Span<byte> head = stackalloc byte[8];
            head = head[..probe.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
            if (head.Length == 0)
                throw ClientTexts.FileEmpty(name);
            if (head.StartsWith("PK\u0003\u0004"u8))
                return XlsxExportReader.Open(path, name, columnsFor);
            if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
                throw ClientTexts.FileFormat(name);
            return CsvExportReader.Open(path, name, EncodingOf(probe, head, name), columnsFor);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ClientTexts.FileUnreadable(name, e);
        }
    }

    // The whole file is looked at: a name with an accent may stand in the last row only, and decoding it as the wrong encoding would
    // send a wrong name. Validation runs at memory speed.
    private static Encoding EncodingOf(FileStream file, ReadOnlySpan<byte> head, string name)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            throw ClientTexts.FileEncoding(name);
        file.Position = 0;
        var buffer = new byte[ScanBufferBytes];
        var kept = 0;
        var valid = true;
        for (int read; (read = file.Read(buffer, kept, buffer.Length - kept)) > 0;)
        {
            var chunk = buffer.AsSpan(0, kept + read);
            if (chunk.Contains((byte)0))
                throw ClientTexts.FileEncoding(name);
            if (!valid)
            {
                kept = 0;
                continue;
            }

            var whole = chunk.Length - UnfinishedTail(chunk);
            valid = Utf8.IsValid(chunk[..whole]);
            chunk[whole..].CopyTo(buffer);
            kept = chunk.Length - whole;
        }

        return valid && kept == 0 ? new UTF8Encoding(false) : CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    }

    // Bytes at the end that may be the beginning of a character whose rest is in the next chunk.
    private static int UnfinishedTail(ReadOnlySpan<byte> chunk)
    {
        for (var back = 1; back <= Math.Min(3, chunk.Length); back++)
        {
            var b = chunk[^back];
            if (b < 0x80)
                return 0;
            if (b >= 0xC0)
                return back < (b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2) ? back : 0;
        }

        return 0;
    }
}
