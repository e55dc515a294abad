namespace KpuSync.Storage.Postgres;

/// <summary>Where the rows of each table lie when Citus spreads the database over several nodes. The one place that says so.</summary>
/// <remarks>
/// Citus keeps a primary key or unique index only if the distribution column is in it. Tables of one <see cref="DistributedTable.Group"/> keep
/// rows with the same value on the same node, so that what belongs together is joined and committed there.
/// </remarks>
public static class Distribution
{
    private const string Office = "office";
    private const string Nik = "nik";

    /// <summary>The tables that are spread, the first of each group first.</summary>
    public static IReadOnlyList<DistributedTable> Distributed { get; } =
    [
        // A push reads and writes the ledger of one office.
        new("ledger_head", Office, Office),
        new("ledger_entry", Office, Office),
        new("producer", Office, Office),
        new("pending_change", Office, Office),
        new("office_item", Office, Office),
        new("recap_tally", Office, Office),
        new("recap_period", Office, Office),
        new("claim", Office, Office),

        // A push and the scanner look people up by number, also those of other offices.
        new("registration", Nik, Nik),
        new("party_member", Nik, Nik),
        new("case_member", Nik, Nik),
        new("different_people", "first_nik", Nik),

        // The scanner reads whole blocks, which have one key and people of many numbers.
        new("match_key", "match_key", "match_key"),
    ];

    /// <summary>The tables that every node has whole: small, read by all and seldom written, or looked up by a number of their own.</summary>
    public static IReadOnlyList<string> Reference { get; } =
    [
        "access_trail", "credential", "data_protection_key", "deployment", "duplicate_case", "failed_job", "region_overlay", "scan_checkpoint", "signing_key",
        "village_transfer", "work_lease",
    ];

    /// <summary>What makes Citus do so, statement by statement. A table that has its place already is passed over, so that it may be run again.</summary>
    public static IReadOnlyList<string> Statements { get; } = [.. Reference.Select(OfReference), .. Distributed.Select(OfDistributed)];

    private static string OfReference(string table) => $"SELECT create_reference_table('{table}') {UnlessPlaced(table)}";

    private static string OfDistributed(DistributedTable table)
    {
        var first = Distributed.First(other => other.Group == table.Group).Name;
        return $"SELECT create_distributed_table('{table.Name}', '{table.Column}', colocate_with => '{(first == table.Name ? "none" : first)}') {UnlessPlaced(table.Name)}";
    }

    private static string UnlessPlaced(string table) => $"WHERE NOT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = '{table}'::regclass)";
}

/// <summary>A table that is spread over nodes.</summary>
/// <param name="Name">The table.</param>
/// <param name="Column">Its distribution column: rows with the same value lie together.</param>
/// <param name="Group">Tables of one group lie together too.</param>
public sealed record DistributedTable(string Name, string Column, string Group);
