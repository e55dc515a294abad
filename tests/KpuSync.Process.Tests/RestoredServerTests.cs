using KpuSync.Client;
using KpuSync.Process.Tests.Support;
using KpuSync.TestKit.Stores;

namespace KpuSync.Process.Tests;

/// <summary>An older copy of the server's database is put back while the office has newer receipts.</summary>
public sealed class RestoredServerTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Push_AfterOlderCopyWasPutBack_EndsEqualToTheTruth(bool saidSo)
    {
        await using var scene = await Scene.BeginAsync(voters: 3_000);
        await scene.Computer.PushAsync(scene.Export(1));
        await PutBackAfterAsync(scene, () => scene.Computer.PushAsync(scene.Export(2)), saidSo);

        await scene.Computer.PushAsync(scene.Export(2));
        var facts = await scene.CheckAsync(2, scene.Computer);
        facts.Epochs.ShouldBe(1);
        facts.Producers.Count.ShouldBe(1, "the journal reaches back: the sequence goes on");
        facts.Unchanged.ShouldBe(0);
    }

    // As pg_restore leaves it: a database of the same name, with what the dump had.
    [Fact]
    public async Task Push_AfterOlderDumpOfAPostgresWasPutBack_EndsEqualToTheTruth()
    {
        var connection = await ServerDatabase.CreatePostgresAsync();
        await using (var scene = await Scene.BeginAsync(voters: 1_500, database: ServerDatabase.Postgres(connection)))
        {
            await scene.Computer.PushAsync(scene.Export(1));
            (await scene.Server.TerminateAsync()).ShouldEndWith(0);
            var dump = await PostgresCluster.CopyDatabaseAsync(connection);
            await scene.Server.StartAsync();
            await scene.Computer.PushAsync(scene.Export(2));
            (await scene.Server.TerminateAsync()).ShouldEndWith(0);
            await PostgresCluster.PutBackAsync(dump, connection);
            (await scene.Server.CommandAsync("restore", "--cause", "disk replaced")).ShouldEndWith(0);
            await scene.Server.StartAsync();

            await scene.Computer.PushAsync(scene.Export(2));
            var facts = await scene.CheckAsync(2, scene.Computer);
            facts.Epochs.ShouldBe(1);
            facts.Producers.Count.ShouldBe(1, "the server was behind, and the sequence goes on");
            facts.Unchanged.ShouldBe(0);
        }

        await PostgresCluster.DropDatabaseAsync(connection);
    }

    // A backup of a running server, taken in the middle of the first push.
    [Fact]
    public async Task Push_AfterBackupOfARunningServerWasPutBack_EndsEqualToTheTruth()
    {
        await using var scene = await Scene.BeginAsync(voters: 10_000);
        await using (var watch = LedgerFacts.Watch(scene.Server.Database, Scene.Office))
        await using (var push = scene.Computer.Start("push", scene.Export(1)))
        {
            await watch.ReachesAsync(5, CancellationToken.None);
            (await scene.Server.CommandAsync("backup", "--to", scene.PathOf("backup.db"))).ShouldEndWith(0);
            (await push.EndAsync()).ShouldEndWith(Installation.SomeNotApplied);
        }

        (await scene.Server.TerminateAsync()).ShouldEndWith(0);
        scene.Server.PutBack(scene.PathOf("backup.db"));
        (await scene.Server.CommandAsync("restore", "--cause", "disk replaced")).ShouldEndWith(0);
        await scene.Server.StartAsync();

        await scene.Computer.PushAsync(scene.Export(2));
        await scene.CheckAsync(2, scene.Computer);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    public async Task Push_JournalDoesNotReachBack_EndsEqualToTheTruth(int roundsInTheCopy)
    {
        await using var scene = await Scene.BeginAsync(voters: 3_000);
        if (roundsInTheCopy > 0)
            await scene.Computer.PushAsync(scene.Export(1));
        await PutBackAfterAsync(
            scene,
            async () =>
            {
                await scene.Computer.PushAsync(scene.Export(1));
                await scene.Computer.PushAsync(scene.Export(2));
            },
            saidSo: false);
        await PassRetentionAsync(scene.Computer);

        await scene.Computer.PushAsync(scene.Export(2));
        var facts = await scene.CheckAsync(2, scene.Computer);
        facts.Epochs.ShouldBe(1);
    }

    private static async Task PutBackAfterAsync(Scene scene, Func<Task> pushMore, bool saidSo)
    {
        var copy = scene.PathOf("older.db");
        (await scene.Server.TerminateAsync()).ShouldEndWith(0);
        scene.Server.CopyDataTo(copy);
        await scene.Server.StartAsync();
        await pushMore();
        (await scene.Server.TerminateAsync()).ShouldEndWith(0);
        scene.Server.PutBack(copy);
        if (saidSo)
            (await scene.Server.CommandAsync("restore")).ShouldEndWith(0);
        await scene.Server.StartAsync();
    }

    // What thirty days without a push do to the journal; the server cannot be reached meanwhile, so that nothing else happens.
    private static async Task PassRetentionAsync(Installation computer)
    {
        var client = new KpuSyncClient(new KpuSyncClientOptions
        {
            Directory = computer.Home,
            Retention = TimeSpan.Zero,
            RetryFor = TimeSpan.Zero,
            HandlerFactory = _ => new NoLine(),
        });
        (await client.ResumeAsync()).Unreachable.ShouldNotBeNull();
    }

    private sealed class NoLine : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            throw new HttpRequestException("There is no line.");
    }
}
