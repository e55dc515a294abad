using KpuSync.Process.Tests.Support;

namespace KpuSync.Process.Tests;

/// <summary>Two commands at work in one installation.</summary>
public sealed class ConcurrentPushTests
{
    [Fact]
    public async Task Push_WhileAnotherIsAtWork_WaitsAndSendsNothingTwice()
    {
        await using var scene = await Scene.BeginAsync(voters: 5_000);
        await using var watch = LedgerFacts.Watch(scene.Server.Database, Scene.Office);
        await using var first = scene.Computer.Start("push", scene.Export(1));
        await watch.ReachesAsync(3, CancellationToken.None);

        // Frozen, the first one cannot end before the second has met it.
        first.Freeze();
        await using var second = scene.Computer.Start("push", scene.Export(1), "--json");
        await second.SaysAsync("waiting for another command");
        first.HasExited.ShouldBeFalse();
        first.Thaw();

        (await first.EndAsync()).ShouldEndWith(Installation.SomeNotApplied);
        var report = Installation.Parse((await second.EndAsync()).ShouldEndWith(Installation.SomeNotApplied).Out);
        report.GetProperty("delta").GetProperty("changes").GetInt64().ShouldBe(0);
        var facts = await scene.CheckAsync(1, scene.Computer);
        facts.Applied.ShouldBe(scene.Account(1).Registered);
        facts.Unchanged.ShouldBe(0);
    }
}
