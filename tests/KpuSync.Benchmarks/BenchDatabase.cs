using System.CommandLine;
using System.Data.Common;
using System.Diagnostics;
using KpuSync.TestKit.Stores;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace KpuSync.Benchmarks;

/// <summary>An empty database, as durable as a real one.</summary>
internal sealed class BenchDatabase
{
    private const string Sqlite = "sqlite";
    private const string Postgres = "postgres";

    // One cluster for all measurements of a run.
    private static readonly Lazy<Task<PostgresProcess>> Cluster = new(() => PostgresProcess.StartAsync(isDurable: true));

    private readonly string _connection;

    private BenchDatabase(string kind, string connection) => (Kind, _connection) = (kind, connection);

    /// <summary><c>sqlite</c> or <c>postgres</c>.</summary>
    public string Kind { get; }

    public bool IsPostgres => Kind == Postgres;

    /// <summary><c>--db</c>.</summary>
    public static Option<string> Option()
    {
        var option = new Option<string>("--db") { Description = "sqlite or postgres.", DefaultValueFactory = _ => Sqlite };
        option.AcceptOnlyFromAmong(Sqlite, Postgres);
        return option;
    }

    /// <summary>Makes one: a file of the workspace, or a database of the cluster.</summary>
    public static async Task<BenchDatabase> MakeAsync(string kind, Workspace workspace, string name)
    {
        if (kind == Sqlite)
            return new BenchDatabase(kind, new SqliteConnectionStringBuilder { DataSource = workspace.PathOf(name + ".db"), Pooling = false }.ToString());
        var unique = $"{name}_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection((await Cluster.Value).ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"CREATE DATABASE {unique}", connection);
        await command.ExecuteNonQueryAsync();
        return new BenchDatabase(kind, new NpgsqlConnectionStringBuilder(connection.ConnectionString) { Database = unique }.ToString());
    }

    /// <summary>A connection of one's own.</summary>
    public async Task<DbConnection> OpenAsync()
    {
        DbConnection connection = IsPostgres ? new NpgsqlConnection(_connection) : new SqliteConnection(_connection);
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Says to a program of ours which database it is on.</summary>
    public void Tell(ProcessStartInfo start)
    {
        start.Environment["KPUSYNC__DATABASE"] = Kind;
        start.Environment[IsPostgres ? "KPUSYNC__CONNECTION" : "KPUSYNC__DATA"] = IsPostgres ? _connection : new SqliteConnectionStringBuilder(_connection).DataSource;
    }
}
