using System.Buffers;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Registry;
using KpuSync.Rules.Values;

namespace KpuSync.Client.Exports;

/// <summary>Reads identity numbers and says what is wrong with those that cannot be read.</summary>
internal static class CellNik
{
    private static readonly SearchValues<char> _figure = SearchValues.Create("0123456789.,+");

    public static ReadOnlySpan<char> Clean(ReadOnlySpan<char> cell) => CellText.Unguarded(cell.Trim());

    /// <summary>The fault of a number that <see cref="Nik.TryParse"/> refuses.</summary>
    public static Violation FaultOf(ReadOnlySpan<char> cell, string fieldPath, string column)
    {
        cell = Clean(cell);
        if (cell.IsEmpty)
            return FileRules.CellEmpty.At(fieldPath, ("column", column));
        if (IsSpreadsheetNumber(cell))
            return FileRules.NikSpreadsheetNumber.At(fieldPath, ("column", column));
        if (cell.Length != 16 || cell.IndexOfAnyExceptInRange('0', '9') >= 0)
            return VoterRules.NikMalformed.At(fieldPath);
        return cell.EndsWith("0000") && cell.IndexOfAnyExcept(cell[0]) >= 0
            ? VoterRules.NikSerialZero.At(fieldPath)
            : VoterRules.NikPlaceholder.At(fieldPath);
    }

    /// <summary>True for what a spreadsheet makes of a long number: <c>5.20101E+15</c>, also with a decimal comma.</summary>
    public static bool IsSpreadsheetNumber(ReadOnlySpan<char> cell)
    {
        var e = cell.IndexOfAny('E', 'e');
        return e > 0 && e + 1 < cell.Length
            && char.IsAsciiDigit(cell[0])
            && cell[..e].IndexOfAnyExcept(_figure) < 0
            && cell[(e + 1)..].IndexOfAnyExcept(_figure) < 0;
    }
}
