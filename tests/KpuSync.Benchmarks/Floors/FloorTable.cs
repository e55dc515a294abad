namespace KpuSync.Benchmarks.Floors;

/// <summary>The table of a floor: the columns of the register, and with indexes one more for each blocking key.</summary>
internal sealed record FloorTable(string Name, bool HasIndexes)
{
    private const string Register = "nik, office, position, change_index, effective_day, entered_as, record";

    /// <summary>Its columns, by name.</summary>
    public IReadOnlyList<string> Columns { get; } = [.. Register.Split(", "), .. HasIndexes ? KeyColumns() : []];

    /// <summary>Makes it.</summary>
    /// <param name="bytes">The database's type for bytes.</param>
    /// <param name="options">What ends the statement.</param>
    public string Create(string bytes, string options) =>
        $"""
        CREATE TABLE {Name} (nik bigint NOT NULL, office text NOT NULL, position bigint NOT NULL, change_index integer NOT NULL, effective_day integer NOT NULL,
            entered_as integer NOT NULL, record {bytes} NOT NULL{string.Concat(Columns.Skip(7).Select(key => $", {key} bigint"))}, PRIMARY KEY (nik, office)) {options};
        {string.Concat(Columns.Skip(7).Select(key => $"CREATE INDEX ix_{Name}_{key} ON {Name} ({key});"))}
        """;

    /// <summary>Inserts or replaces; what is inserted follows.</summary>
    public string Into => $"INSERT INTO {Name} ({string.Join(", ", Columns)})";

    /// <summary>How a row that is there is replaced.</summary>
    public string Conflict => $"ON CONFLICT (nik, office) DO UPDATE SET {string.Join(", ", Columns.Skip(2).Select(column => $"{column} = excluded.{column}"))}";

    private static IEnumerable<string> KeyColumns() => Enumerable.Range(1, FloorRow.KeysMax).Select(i => $"key_{i}");
}
