namespace KpuSync.Storage.Postgres.HotPath;

/// <summary>Rows as one array for each column, as <c>unnest</c> takes them.</summary>
internal static class Columns
{
    public static TColumn[] Of<T, TColumn>(IReadOnlyList<T> rows, Func<T, TColumn> of)
    {
        var column = new TColumn[rows.Count];
        for (var i = 0; i < column.Length; i++)
            column[i] = of(rows[i]);
        return column;
    }
}
