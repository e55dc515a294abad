using KpuSync.Process.Tests.Support;
using KpuSync.TestKit.Stores;
using Npgsql;

namespace KpuSync.Process.Tests;

/// <summary>The machine of the primary is lost, and a synchronous standby takes its place.</summary>
public sealed class FailoverTests
{
    [Fact]
    public async Task Push_PrimaryKilledAndStandbyPromotedUnderIt_HasAllThatWasAcknowledged()
    {
        await using var primary = await PostgresProcess.StartAsync(isDurable: true);
        await using var standby = await primary.StartStandbyAsync();
        var database = ServerDatabase.Postgres(Either(primary, standby));
        await database.MigrateAsync();
        await using var scene = await Scene.BeginAsync(voters: 2_500, ServerProcess.Slow, database);
        await using var push = scene.Computer.Start("push", scene.Export(1), "--json");
        await using (var watch = LedgerFacts.Watch(database, Scene.Office))
            await watch.ReachesAsync(20, CancellationToken.None);

        var refused = await new ServerProcess(scene.PathOf("at-the-standby"), ServerDatabase.Postgres(standby.ConnectionString)).CommandAsync("token", "list");
        refused.ShouldEndWith(2).Errors.ShouldContain("is a standby");

        primary.Kill();
        await push.SaysAsync("reconnecting");
        push.HasExited.ShouldBeFalse("the failover falls into the push");
        await standby.PromoteAsync();

        (await push.EndAsync()).ShouldEndWith(Installation.SomeNotApplied);
        var facts = await scene.CheckAsync(1, scene.Computer);
        facts.Applied.ShouldBe(scene.Account(1).Registered);
        facts.Unchanged.ShouldBe(0, "nothing was sent under two numbers");
        facts.Epochs.ShouldBe(0, "nothing that anybody had seen was lost");
    }

    private static string Either(params IReadOnlyList<PostgresProcess> machines) => new NpgsqlConnectionStringBuilder(machines[0].ConnectionString)
    {
        Host = string.Join(',', machines.Select(m => new NpgsqlConnectionStringBuilder(m.ConnectionString)).Select(m => $"{m.Host}:{m.Port}")),
        TargetSessionAttributes = "primary",
    }.ConnectionString;
}
