using KpuSync.Contracts.V1;
using KpuSync.Process.Tests.Support;
using KpuSync.Rules.Values;
using KpuSync.TestKit.Changes;
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
    private const string Third = "5271";
    private const int Resent = 8;

    [Fact]
    public async Task Push_OfTheSameBatchThroughTwoServersAtOnce_IsOneEntryWithOneReceipt()
    {
        await using var shared = await SharedServers.BeginAsync();
        ServerProcess[] servers = [await shared.StartAsync(), await shared.StartAsync()];

        for (var sequence = 1; sequence <= Resent; sequence++)
        {
            Task<IReadOnlyList<ReceiptEnvelope>>[] sending;
            await using (await shared.HoldAsync("ledger_head"))
            {
                // Twice through each: a server meets itself and the other.
                sending = [.. servers.Concat(servers).Select(server => shared.PushAsync(First, sequence..(sequence + 1), server))];
                await Eventually.IsSoAsync("both servers are about to write it", async () => await shared.WaitingForAsync("ledger_head") >= servers.Length);
            }

            var answers = (await Task.WhenAll(sending)).Select(one => one.Single()).ToList();
            answers.Select(a => a.Receipt).Distinct().Count().ShouldBe(1);
            answers.Count(a => !a.Repeated).ShouldBe(1, "all but one are told that it was there before");
        }

        var facts = await LedgerFacts.ReadAsync(shared.Database, OfficeCode.Parse(First));
        facts.ShouldBeWhole();
        (facts.Entries.Count, facts.Applied).ShouldBe((Resent, Resent));
        await SharedServers.AuditAsync(servers[0]);
    }

    // As all three are about to save the same person, none can see the others' in its transaction.
    [Fact]
    public async Task Push_OfTheSameNumbersThroughThreeServersAtOnce_FindsEveryPairOnce()
    {
        await using var shared = await SharedServers.BeginAsync();
        ServerProcess[] servers = [await shared.StartAsync(), await shared.StartAsync(), await shared.StartAsync()];
        (string Office, int Registered)[] offices = [(First, People), (Second, People - 10), (Third, People - 20)];

        Task pushing;
        await using (await shared.HoldAsync("registration"))
        {
            pushing = Task.WhenAll(offices.Select((of, at) => shared.PushAsync(of.Office, 1..(of.Registered + 1), servers[at])));
            await Eventually.IsSoAsync("all three save the first person", async () => await shared.WaitingForAsync("registration") == offices.Length);
        }

        await pushing;
        await Eventually.IsSoAsync("all is scanned", shared.IsScannedAsync);
        var found = await shared.CasesAsync(servers[1]);
        var expected = Enumerable.Range(1, People - 10)
            .ToDictionary(number => VoterExamples.Record(number).Nik, number => offices.Where(of => number <= of.Registered).Select(of => of.Office));
        found.Select(SidesOf).ShouldBe(expected.Select(SidesOf), ignoreOrder: true);
        foreach (var (office, registered) in offices)
        {
            var facts = await LedgerFacts.ReadAsync(shared.Database, OfficeCode.Parse(office));
            facts.ShouldBeWhole();
            (facts.Batches, facts.Applied).ShouldBe((registered, registered));
            facts.CaseNotices.Select(n => n.CaseId).Distinct().ShouldBe(
                found.Where(c => c.Sides.Any(s => s.OfficeCode == office)).Select(c => c.CaseId), ignoreOrder: true, "each office is told of its cases");
        }

        await SharedServers.AuditAsync(servers[2]);
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

    private static string SidesOf(DuplicateCase found) => string.Join(' ', found.Sides.Select(s => $"{s.OfficeCode}:{s.Nik}").Order());

    private static string SidesOf(KeyValuePair<string, IEnumerable<string>> expected) => string.Join(' ', expected.Value.Select(office => $"{office}:{expected.Key}").Order());
}
