using KpuSync.Process.Tests.Support;

namespace KpuSync.Process.Tests;

/// <summary>A server that is told to stop while offices push.</summary>
public sealed class ServerStopTests
{
    [Fact]
    public async Task Terminate_InMidStream_DrainsAndTheClientGoesOnByItself()
    {
        await using var scene = await Scene.BeginAsync(voters: 10_000);
        await using var watch = LedgerFacts.Watch(scene.Server.Database, Scene.Office);
        await using var push = scene.Computer.Start("push", scene.Export(1), "--json");
        await watch.ReachesAsync(20, CancellationToken.None);

        (await scene.Server.TerminateAsync()).ShouldEndWith(0);
        push.HasExited.ShouldBeFalse("the stop falls into the push");
        var position = await watch.PositionAsync();
        await push.SaysAsync("reconnecting");
        (await scene.Computer.StatusAsync()).GetProperty("batchesAcknowledged").GetInt64().ShouldBe(position, "what was committed was acknowledged before the end");

        await scene.Server.StartAsync();
        var report = Installation.Parse((await push.EndAsync()).ShouldEndWith(Installation.SomeNotApplied).Out);
        report.GetProperty("reconnects").GetInt32().ShouldBePositive();
        var facts = await scene.CheckAsync(1, scene.Computer);
        facts.Applied.ShouldBe(scene.Account(1).Registered);
        facts.Unchanged.ShouldBe(0);
    }
}
