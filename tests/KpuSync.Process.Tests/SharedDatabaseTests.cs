using KpuSync.Process.Tests.Support;
using KpuSync.Rules.Values;
using KpuSync.TestKit.Stores;

namespace KpuSync.Process.Tests;

/// <summary>Several servers on one PostgreSQL: whatever happens to one of them or to the database, each change is written once.</summary>
public sealed class SharedDatabaseTests
{
    private const int Voters = 2_500;

    private const int Hops = 2;
    private const int People = 40;
    private const string First = "5201";
    private const string Second = "5202";

    [Fact]
    public async Task Push_OfTheSameBatchesThroughTwoServersAtOnce_IsOneEntryEachWithOneReceipt()
    {
        await using var shared = await SharedServers.BeginAsync();
        ServerProcess[] servers = [await shared.StartAsync(), await shared.StartAsync()];

        var receipts = await Task.WhenAll(servers.Select(server => shared.PushAsync(First, 1..(People + 1), server)));
        receipts[0].Select(r => r.Receipt).ShouldBe(receipts[1].Select(r => r.Receipt));
        var facts = await LedgerFacts.ReadAsync(shared.Database, OfficeCode.Parse(First));
        facts.ShouldBeWhole();
        (facts.Entries.Count, facts.Applied).ShouldBe((People, People));
        await SharedServers.AuditAsync(servers[0]);
    }

    [Fact]
    public async Task Push_ServersKilledAndStoppedUnderIt_GoesOnAtTheOtherAndEndsEqualToTheTruth()
    {
        await using var database = await SharedServers.BeginAsync();
        await using var scene = await Scene.BeginAsync(Voters, ServerProcess.Slow, database.Database);
        await using var second = await scene.StartAnotherAsync("second");
        await using var third = await scene.StartAnotherAsync("third");
        await using var balancer = new Balancer(scene.Server, second, third);
        await using var watch = LedgerFacts.Watch(database.Database, Scene.Office);
        var computer = await scene.InstallAtAsync(balancer.Address, "balanced");
        await using var push = computer.Start("push", scene.Export(1), "--json");
        var gone = new List<ServerProcess>();
        for (var hop = 1; hop <= Hops; hop++)
        {
            await MovesAsync(10);
            var left = balancer.Current!;
            // By a failure, then for an upgrade.
            if (hop == 1)
                await left.KillAsync();
            else
                (await left.TerminateAsync()).ShouldEndWith(0);
            await MovesAsync(1);
            balancer.Current.ShouldNotBe(left);
            gone.Add(left);
        }

        (await push.EndAsync()).ShouldEndWith(Installation.SomeNotApplied);
        foreach (var server in gone)
            await server.StartAsync();
        var facts = await scene.CheckAsync(1, computer);
        facts.Applied.ShouldBe(scene.Account(1).Registered);
        facts.Unchanged.ShouldBe(0, "nothing was sent under two numbers");

        // A client that has given up moves nothing any more.
        async Task MovesAsync(int entries)
        {
            await Task.WhenAny(watch.ReachesAsync(await watch.PositionAsync() + entries, CancellationToken.None), push.Exited);
            if (push.HasExited)
                throw new InvalidOperationException("Every hop falls into the push. " + (await push.EndAsync()).All);
        }
    }

    [Fact]
    public async Task Scan_LeaderKilledWhileOfficesPush_IsTakenOverAndFindsEveryPair()
    {
        await using var shared = await SharedServers.BeginAsync();
        var leader = await shared.StartLeaderAsync();
        ServerProcess[] others = [await shared.StartAsync(), await shared.StartAsync()];
        await using var watch = LedgerFacts.Watch(shared.Database, OfficeCode.Parse(First));
        var before = await shared.ScannerAsync();

        var pushing = Task.WhenAll(shared.PushAsync(First, 1..(People + 1), [leader, .. others]), shared.PushAsync(Second, 1..(People + 1), others));
        await watch.ReachesAsync(People / 4, CancellationToken.None);
        await leader.KillAsync();
        pushing.IsCompleted.ShouldBeFalse("the kill falls into the push");
        await pushing;
        await Eventually.IsSoAsync("all pairs are found", async () => (await shared.CasesAsync(others[0])).Count >= People);

        (await shared.ScannerAsync()).ShouldNotBe(before);
        await shared.CheckAsync(others[1], People, First, Second);
    }

    [Fact]
    public async Task Scan_LeaderFrozenWhileItWrites_HoldsNobodyUpAndWritesNothingTwice()
    {
        await using var shared = await SharedServers.BeginAsync();
        var leader = await shared.StartLeaderAsync();
        var other = await shared.StartAsync();
        await shared.PushAsync(First, 1..2, other);
        await using (await shared.HoldAsync("duplicate_case"))
        {
            // It has locked both ledgers by then.
            await shared.PushAsync(Second, 1..2, other);
            await Eventually.IsSoAsync("the leader writes a case", async () => await shared.WaitingForAsync("duplicate_case") > 0);
            leader.Freeze();
        }

        await Task.WhenAll(shared.PushAsync(First, 2..(People + 1), other), shared.PushAsync(Second, 2..(People + 1), other));
        await Eventually.IsSoAsync("the other server finds all pairs", async () => (await shared.CasesAsync(other)).Count >= People);
        leader.Thaw();

        await Task.WhenAll(shared.PushAsync(First, (People + 1)..(People + 2), leader), shared.PushAsync(Second, (People + 1)..(People + 2), leader));
        await Eventually.IsSoAsync("what is pushed through the woken one is found too", async () => (await shared.CasesAsync(leader)).Count > People);
        (await leader.TerminateAsync()).ShouldEndWith(0);
        await shared.CheckAsync(other, People + 1, First, Second);
    }

    [Fact]
    public async Task Push_DatabaseRestartedUnderIt_EndsEqualToTheTruth()
    {
        await using var postgres = await PostgresProcess.StartAsync();
        var database = ServerDatabase.Postgres(postgres.ConnectionString);
        await database.MigrateAsync();
        await using var scene = await Scene.BeginAsync(Voters, ServerProcess.Slow, database);
        await using var other = await scene.StartAnotherAsync("other");
        await using var push = scene.Computer.Start("push", scene.Export(1), "--json");
        await using (var watch = LedgerFacts.Watch(database, Scene.Office))
            await watch.ReachesAsync(20, CancellationToken.None);

        await postgres.StopAsync();
        await Eventually.IsSoAsync("no server is ready", async () => !await scene.Server.IsReadyAsync() && !await other.IsReadyAsync());
        push.HasExited.ShouldBeFalse("the restart falls into the push");
        await postgres.RestartAsync();
        await Eventually.IsSoAsync("both servers are ready", async () => await scene.Server.IsReadyAsync() && await other.IsReadyAsync());

        (await push.EndAsync()).ShouldEndWith(Installation.SomeNotApplied);
        var facts = await scene.CheckAsync(1, scene.Computer);
        facts.Applied.ShouldBe(scene.Account(1).Registered);
        facts.Unchanged.ShouldBe(0, "nothing was sent under two numbers");
    }
}
