using KpuSync.Process.Tests.Support;
using KpuSync.TestKit.Stores;
using Microsoft.Data.Sqlite;

namespace KpuSync.Process.Tests;

/// <summary>A server moves from its file to PostgreSQL between two pushes of an office, at the same address.</summary>
public sealed class MovedServerTests
{
    private const int Voters = 1_000;

    [Fact]
    public async Task Push_ServerMovedToPostgres_GoesOnInStepAndEndsEqualToTheTruth()
    {
        var connection = await PostgresCluster.CreateDatabaseAsync(LeaveEmptyAsync);
        try
        {
            await using var scene = await Scene.BeginAsync(Voters);
            await scene.Computer.PushAsync(scene.Export(1));
            var producer = await scene.Computer.ProducerAsync();
            var before = await LedgerFacts.ReadAsync(scene.Server.Database, Scene.Office);
            (await scene.Server.TerminateAsync()).ShouldEndWith(0);
            // Idle connections of this process would keep the file, too.
            SqliteConnection.ClearAllPools();

            var moved = ServerDatabase.Postgres(connection);
            (await scene.Server.CommandAsync("copy", "--from", "sqlite:" + scene.Server.DataPath, "--to", "postgres:" + connection)).ShouldEndWith(0);
            scene.Server.Database = moved;
            await scene.Server.StartAsync();
            await scene.Computer.PushAsync(scene.Export(2));

            var facts = await scene.CheckAsync(2, scene.Computer);
            (await scene.Computer.ProducerAsync()).ShouldBe(producer);
            (facts.Producers.Count, facts.Epochs).ShouldBe((1, 0), "the sequence goes on in the same history");
            facts.Unchanged.ShouldBe(before.Unchanged, "the baseline was not sent again");
            facts.Entries.Take(before.Entries.Count).Select(e => e.Receipt).ShouldBe(before.Entries.Select(e => e.Receipt));
        }
        finally
        {
            await PostgresCluster.DropDatabaseAsync(connection);
        }
    }

    private static Task LeaveEmptyAsync(string template) => Task.CompletedTask;
}
