using System.Data.Common;
using System.Globalization;
using KpuSync.Storage.Copying;

namespace KpuSync.Storage.Tests.Copying;

/// <summary>Every row of every table as a line, the table first, read with nothing of the copy's but the names.</summary>
internal static class Rows
{
    public static async Task<IReadOnlyList<string>> OfAsync(DbConnection connection, IReadOnlyList<StoredTable> tables)
    {
        var rows = new List<string>();
        foreach (var table in tables)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = table.Select;
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                rows.Add($"{table.Name} {string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => TextOf(reader.GetValue(i))))}");
        }

        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    /// <summary>How many of the lines are of a table.</summary>
    public static long CountOf(this IReadOnlyList<string> rows, string table) => rows.Count(row => row.StartsWith(table + ' ', StringComparison.Ordinal));

    private static string TextOf(object value) => value switch
    {
        DBNull => "null",
        byte[] bytes => Convert.ToHexString(bytes),
        string text => $"'{text}'",
        _ => Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
    };
}
