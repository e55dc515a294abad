using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KpuSync.Storage.Copying;

/// <summary>A table as any of the databases has it: names, and which plain values stand in its columns.</summary>
public sealed class StoredTable
{
    private StoredTable(string name, IReadOnlyList<StoredColumn> columns) => (Name, Columns) = (name, columns);

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its columns, in the order of their names.</summary>
    public IReadOnlyList<StoredColumn> Columns { get; }

    /// <summary>Its name as SQL takes it; both databases quote alike.</summary>
    public string Quoted => Quote(Name);

    /// <summary>The names of its columns as SQL takes them, with commas between.</summary>
    public string QuotedColumns => string.Join(", ", Columns.Select(column => Quote(column.Name)));

    /// <summary>Reads every row, in whatever order the database has them.</summary>
    public string Select => $"SELECT {QuotedColumns} FROM {Quoted}";

    /// <summary>Every table of a model, by name.</summary>
    /// <exception cref="NotSupportedException">A column holds what nobody has said how to copy.</exception>
    public static IReadOnlyList<StoredTable> Of(IModel model) =>
        [.. model.GetRelationalModel().Tables.OrderBy(table => table.Name, StringComparer.Ordinal).Select(Of)];

    /// <summary>A table of a model.</summary>
    /// <exception cref="NotSupportedException">A column holds what nobody has said how to copy.</exception>
    public static StoredTable Of(ITable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return new(table.Name, [.. table.Columns.OrderBy(column => column.Name, StringComparer.Ordinal).Select(column => StoredColumn.Of(table.Name, column))]);
    }

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
