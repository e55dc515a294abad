using Spectre.Console;

namespace KpuSync.Cli.Output;

/// <summary>A plain table: columns under their heads, numbers to the right, one line for each row, whatever it is printed on.</summary>
internal sealed class TextTable
{
    private const string Gap = "  ";
    private const string Cut = "…";
    private readonly string[] _heads;
    private readonly bool[] _numbers;
    private readonly List<string[]> _rows = [];

    public TextTable(params ReadOnlySpan<(string Head, bool Number)> columns)
    {
        _heads = new string[columns.Length];
        _numbers = new bool[columns.Length];
        for (var i = 0; i < columns.Length; i++)
            (_heads[i], _numbers[i]) = columns[i];
    }

    /// <summary>A row, from left to right.</summary>
    public void Add(params string[] cells) => _rows.Add(cells);

    /// <summary>Prints it, with a rule under the heads and, if asked for, over the last row.</summary>
    /// <param name="screen">Where to.</param>
    /// <param name="width">Columns that there are; the widest text column gives way.</param>
    /// <param name="totals">The last row sums the others.</param>
    public void Print(Screen screen, int width, bool totals = false)
    {
        var widths = Widths(width);
        screen.Line(LineOf(_heads, widths), new Style(decoration: Decoration.Bold));
        var rule = string.Join(Gap, widths.Select(w => new string('-', w)));
        screen.Line(rule, new Style(Color.Grey));
        for (var i = 0; i < _rows.Count; i++)
        {
            if (totals && i == _rows.Count - 1)
                screen.Line(rule, new Style(Color.Grey));
            screen.Line(LineOf(_rows[i], widths));
        }
    }

    private int[] Widths(int width)
    {
        var widths = _heads.Select((head, i) => _rows.Select(r => r[i].Length).Append(head.Length).Max()).ToArray();
        var tooMuch = widths.Sum() + (Gap.Length * (widths.Length - 1)) - width;
        if (tooMuch > 0 && Enumerable.Range(0, widths.Length).Where(i => !_numbers[i]).MaxBy(i => widths[i]) is var widest)
            widths[widest] = Math.Max(8, widths[widest] - tooMuch);
        return widths;
    }

    private string LineOf(string[] cells, int[] widths) =>
        string.Join(Gap, cells.Select((cell, i) => _numbers[i] ? cell.PadLeft(widths[i]) : Fit(cell, widths[i]))).TrimEnd();

    private static string Fit(string text, int width) => text.Length > width ? text[..(width - 1)] + Cut : text.PadRight(width);
}
