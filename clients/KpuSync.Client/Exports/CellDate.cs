using KpuSync.Rules.Values;

namespace KpuSync.Client.Exports;

/// <summary>What a date cell holds.</summary>
internal enum CellDateKind
{
    Empty,
    Read,
    NotExisting,
    Unreadable,
}

/// <summary>Dates as exports write them: <c>DD|MM|YYYY</c>, <c>DD-MM-YYYY</c>, <c>DD/MM/YYYY</c> or <c>YYYY-MM-DD</c>, day and month with one or two digits.</summary>
internal static class CellDate
{
    /// <summary>Reads a cell; <paramref name="iso"/> is <c>YYYY-MM-DD</c>, or empty if there is no such day.</summary>
    public static CellDateKind Read(ReadOnlySpan<char> cell, out string iso)
    {
        iso = "";
        cell = CellText.Unguarded(cell.Trim());
        if (cell.IsEmpty)
            return CellDateKind.Empty;

        // A spreadsheet adds midnight to a date that it writes as text.
        if (cell.EndsWith(" 00:00:00"))
            cell = cell[..^9];
        Span<Range> parts = stackalloc Range[4];
        if (cell.SplitAny(parts, "|-/") != 3)
            return CellDateKind.Unreadable;
        var (first, month, last) = (Number(cell[parts[0]]), Number(cell[parts[1]]), Number(cell[parts[2]]));
        var yearFirst = cell[parts[0]].Length == 4;
        if (first < 0 || month < 0 || last < 0 || cell[parts[1]].Length > 2 || cell[yearFirst ? parts[2] : parts[0]].Length > 2
            || (!yearFirst && cell[parts[2]].Length != 4))
        {
            return CellDateKind.Unreadable;
        }

        var (year, day) = yearFirst ? (first, last) : (last, first);
        if (year is < 1 or > 9999 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return CellDateKind.NotExisting;
        iso = IsoDate.Text(new DateOnly(year, month, day));
        return CellDateKind.Read;
    }

    private static int Number(ReadOnlySpan<char> digits)
    {
        if (digits.IsEmpty || digits.Length > 4)
            return -1;
        var value = 0;
        foreach (var c in digits)
        {
            if (!char.IsAsciiDigit(c))
                return -1;
            value = (value * 10) + (c - '0');
        }

        return value;
    }
}
