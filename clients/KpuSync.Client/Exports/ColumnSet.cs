namespace KpuSync.Client.Exports;

/// <summary>The columns that a kind of file may have, in the order in which its rows are packed.</summary>
/// <param name="Names">Header names.</param>
/// <param name="IsRequired">Whether a row cannot be understood without the column, by its place.</param>
/// <param name="IdentityNumbers">Places of columns that hold identity numbers, which a spreadsheet may have shortened.</param>
internal sealed record ColumnSet(IReadOnlyList<string> Names, Func<int, bool> IsRequired, IReadOnlyList<int> IdentityNumbers)
{
    /// <summary>Finds a column by its header, whatever the case; -1 if it is none of these.</summary>
    public int Find(ReadOnlySpan<char> header)
    {
        header = header.Trim();
        for (var i = 0; i < Names.Count; i++)
        {
            if (header.Equals(Names[i], StringComparison.OrdinalIgnoreCase))
                return i;
        }

        return -1;
    }
}
