using System.Buffers;

namespace KpuSync.Client.Exports;

/// <summary>Cell texts as the contract wants them: upper case, single spaces.</summary>
internal static class CellText
{
    // What a text needs no work for: upper case ASCII, digits, common marks and single spaces.
    private static readonly SearchValues<char> _plain = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,'-/() :;&+*#");

    private static readonly SearchValues<char> _code = SearchValues.Create("0123456789.");

    /// <summary>True for a region code, dotted or not.</summary>
    public static bool IsCode(ReadOnlySpan<char> cell) => !cell.IsEmpty && cell.IndexOfAnyExcept(_code) < 0;

    public static string Normalise(ReadOnlySpan<char> cell)
    {
        cell = Unguarded(cell.Trim());
        if (cell.IsEmpty)
            return "";
        return cell.IndexOfAnyExcept(_plain) < 0 && !HasDoubleSpace(cell) ? cell.ToString() : Rewrite(cell);
    }

    /// <summary>
    /// Takes off the apostrophe that keeps a spreadsheet from reading a cell as a formula: our report files put it there, and people do before numbers.
    /// </summary>
    public static ReadOnlySpan<char> Unguarded(ReadOnlySpan<char> cell) =>
        cell.Length > 1 && cell[0] == '\'' && (char.IsAsciiDigit(cell[1]) || cell[1] is '=' or '+' or '-' or '@') ? cell[1..] : cell;

    private static bool HasDoubleSpace(ReadOnlySpan<char> cell) => cell.Contains("  ", StringComparison.Ordinal);

    private static string Rewrite(ReadOnlySpan<char> cell)
    {
        var rented = ArrayPool<char>.Shared.Rent(cell.Length);
        var length = 0;
        foreach (var c in cell)
        {
            if (!char.IsWhiteSpace(c))
                rented[length++] = char.ToUpperInvariant(c);
            else if (length > 0 && rented[length - 1] != ' ')
                rented[length++] = ' ';
        }

        var text = rented.AsSpan(0, length).TrimEnd().ToString();
        ArrayPool<char>.Shared.Return(rented, clearArray: true);
        return text;
    }
}
