using System.Text;
using KpuSync.Samples.Files;
using KpuSync.Samples.Truth;

namespace KpuSync.Samples;

/// <summary>Two short exports that come after an office's second one: of the first nothing can be applied when it comes, and the second makes one row of it right.</summary>
/// <param name="ParkedFile">Name of the file with a corrected NIK that another voter still has, and with somebody to be removed who is not registered.</param>
/// <param name="FreeingFile">Name of the file that removes the voter who has the number, as moved away.</param>
public sealed record FailedSample(string ParkedFile, string FreeingFile)
{
    private const string Changed = "U";
    private const string MovedAway = "4";

    // A serial that the samples issue to nobody in an office's own region.
    private const string SerialOfNobody = "9999";
    private const int SerialLength = 4;

    /// <summary>Writes both into the folder of the exports, in the form that the office's own system has. Equal exports give equal bytes.</summary>
    /// <param name="directory">The folder; the second export of the office must be in it, as CSV.</param>
    /// <param name="truth">What the exports hold.</param>
    /// <param name="office">4-digit code.</param>
    public static FailedSample Write(string directory, SampleTruth truth, string office)
    {
        ArgumentNullException.ThrowIfNull(truth);
        var layout = Layout.Of(office);
        var export = truth.ExportOf(office, round: 2);
        var (header, rows) = Read(Path.Combine(directory, export.File), layout, NumbersOfNote(truth, office));
        var cells = header.Select((name, i) => (name, i)).ToDictionary(c => c.name, c => c.i);
        int nik = CellOf(Column.Nik), oldNik = CellOf(Column.OldNik), ket = CellOf(Column.Ket);
        var (corrected, holder, mistyped) = (rows[0], rows[1], rows[2]);

        // As a clerk does who looks at the wrong line of a family card, and at a wrong digit.
        (corrected[oldNik], corrected[nik], corrected[ket]) = (corrected[nik], holder[nik], Changed);
        (mistyped[nik], mistyped[ket]) = (mistyped[nik][..^SerialLength] + SerialOfNobody, MovedAway);
        holder[ket] = MovedAway;

        var sample = new FailedSample($"pemilih-{office}-koreksi.csv", $"pemilih-{office}-pindah.csv");
        WriteFile(Path.Combine(directory, sample.ParkedFile), layout, header, corrected, mistyped);
        WriteFile(Path.Combine(directory, sample.FreeingFile), layout, header, holder);
        return sample;

        int CellOf(Column column) => cells[Columns.HeaderOf(column)];
    }

    // Whoever the truth lists is part of another story.
    private static HashSet<string> NumbersOfNote(SampleTruth truth, string office) =>
        [.. truth.Planted.Where(p => p.Office == office).SelectMany(p => new[] { p.Nik, p.OldNik ?? "" })];

    private static (string[] Header, string[][] Rows) Read(string path, Layout layout, HashSet<string> numbersOfNote)
    {
        var lines = File.ReadLines(path, layout.Encoding);
        var header = lines.First().Split(layout.Separator);
        var nik = Array.IndexOf(header, Columns.HeaderOf(Column.Nik));
        string[][] rows =
        [
            .. lines.Skip(1)
                .Where(line => !line.Contains('"', StringComparison.Ordinal))
                .Select(line => line.Split(layout.Separator))
                .Where(cells => cells.Length == header.Length && !numbersOfNote.Contains(cells[nik]))
                .Take(3),
        ];
        return rows.Length == 3 ? (header, rows) : throw new ArgumentException("The export has too few voters for this.", nameof(path));
    }

    private static void WriteFile(string path, Layout layout, params ReadOnlySpan<string[]> lines)
    {
        // The mark comes with an encoding that has one.
        var encoding = layout.ByteOrderMark ? Encoding.UTF8 : layout.Encoding;
        using var file = new StreamWriter(path, append: false, encoding) { NewLine = layout.LineEnd };
        foreach (var line in lines)
            file.WriteLine(string.Join(layout.Separator, line));
    }
}
