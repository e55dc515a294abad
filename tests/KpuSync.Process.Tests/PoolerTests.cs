using KpuSync.Process.Tests.Support;
using KpuSync.TestKit.Stores;
using Npgsql;

namespace KpuSync.Process.Tests;

/// <summary>A pgbouncer between servers and database, which gives each transaction another connection.</summary>
public sealed class PoolerTests
{
    // What docs/operations.md says to add.
    private const string Settings = ";Max Auto Prepare=0;No Reset On Close=true";

    [Fact]
    public async Task Push_ThroughAPooler_EndsEqualToTheTruthAndIsHeardOfPastIt()
    {
        await using var postgres = await PostgresProcess.StartAsync();
        await using var pooler = await postgres.StartPoolerAsync();
        var database = ServerDatabase.Postgres(pooler.ConnectionString + Settings);
        await database.MigrateAsync();
        var refused = await new ServerProcess("", ServerDatabase.Postgres(pooler.ConnectionString + ";Options=-c lock_timeout=5s")).CommandAsync("migrate");
        refused.ShouldEndWith(2).Errors.ShouldContain("Add `Max Auto Prepare=0;No Reset On Close=true`");
        await using var scene = await Scene.BeginAsync(
            voters: 2_000, new Dictionary<string, string> { ["KPUSYNC__DIRECTCONNECTION"] = postgres.ConnectionString }, database);
        await using var other = await scene.StartAnotherAsync("other");
        var reader = await scene.InstallAtAsync(other.Address, "reader");
        await using var follow = reader.Start("pull", "--follow", "--json");

        await scene.Computer.PushAsync(scene.Export(1));

        await using (var watch = LedgerFacts.Watch(database, Scene.Office))
            await follow.SaysAsync($"\"position\":{await watch.PositionAsync()},");
        await Eventually.IsSoAsync("each server listens on a connection of its own", async () => await ListenersAsync(postgres) == 2);
        (await scene.CheckAsync(1, scene.Computer)).Applied.ShouldBe(scene.Account(1).Registered);
    }

    // One that has done anything else since shows that.
    private static async Task<long> ListenersAsync(PostgresProcess postgres)
    {
        await using var source = NpgsqlDataSource.Create(postgres.ConnectionString);
        await using var command = source.CreateCommand("SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'LISTEN %'");
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
