using KpuSync.Process.Tests.Support;

namespace KpuSync.Process.Tests;

/// <summary>Another computer takes an office over, or an installation comes back from an older copy of its directory.</summary>
public sealed class ReplacedComputerTests
{
    private const int Failed = 1;

    [Fact]
    public async Task Push_FromAReplacedComputer_AppliesNothingTwice()
    {
        await using var scene = await Scene.BeginAsync(voters: 3_000);
        await scene.Computer.PushAsync(scene.Export(1));
        var before = await scene.CheckAsync(1, scene.Computer);

        var fresh = await scene.InstallAsync("replaced", "--from-server");
        await fresh.PushAsync(scene.Export(1));
        var after = await scene.CheckAsync(1, fresh);
        after.Applied.ShouldBe(before.Applied);

        await fresh.PushAsync(scene.Export(2));
        var second = await scene.CheckAsync(2, fresh);

        // The old computer turns up again: it has a producer id of its own, so it is in step, and what it says is there already.
        await scene.Computer.PushAsync(scene.Export(2));
        var last = await scene.CheckAsync(2, fresh, scene.Computer);
        last.Applied.ShouldBe(second.Applied);
        last.Producers.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Push_InstallationRestoredFromAnOlderCopy_IsToldTheRemedy()
    {
        await using var scene = await Scene.BeginAsync(voters: 3_000);
        await scene.Computer.PushAsync(scene.Export(1));
        scene.Computer.CopyTo(scene.PathOf("older"));
        await scene.Computer.PushAsync(scene.Export(2));
        var before = await scene.CheckAsync(2, scene.Computer);

        var older = new Installation(scene.PathOf("older"));
        var refused = (await older.RunAsync("push", scene.Export(2))).ShouldEndWith(Failed);
        refused.Errors.ShouldContain("FORKED");
        refused.Errors.ShouldContain("kpusync init --from-server");

        (await older.RunAsync("init", "--from-server")).ShouldEndWith(Installation.Ok);
        await older.PushAsync(scene.Export(2));
        var after = await scene.CheckAsync(2, older);
        after.Applied.ShouldBe(before.Applied);
    }

    // The copy still has the batches that were under way: their receipts are all it lacks.
    [Fact]
    public async Task Push_CopyWithTheSameOutbox_TakesTheReceiptsItMissed()
    {
        await using var scene = await Scene.BeginAsync(voters: 3_000);
        await using (var watch = LedgerFacts.Watch(scene.Server.Database, Scene.Office))
        await using (var push = scene.Computer.Start("push", scene.Export(1)))
        {
            await watch.ReachesAsync(5, CancellationToken.None);
            push.Kill();
            (await push.EndAsync()).ShouldEndWith(RunningProgram.KilledExitCode);
        }

        scene.Computer.CopyTo(scene.PathOf("older"));
        await scene.Computer.PushAsync(scene.Export(1));
        var before = await scene.CheckAsync(1, scene.Computer);

        var older = new Installation(scene.PathOf("older"));
        var report = await older.PushAsync(scene.Export(1));
        report.GetProperty("outcomes").GetProperty("applied").GetInt64().ShouldBePositive();
        var after = await scene.CheckAsync(1, older);
        after.Batches.ShouldBe(before.Batches);
    }

    // A directory that was copied to a second computer: both send under one producer id, which must not look like one history.
    [Fact]
    public async Task Push_FromTwoComputersWithOneDirectory_IsForked()
    {
        await using var scene = await Scene.BeginAsync(voters: 3_000);
        scene.Computer.CopyTo(scene.PathOf("twin"));
        await scene.Computer.PushAsync(scene.Export(1));

        var twin = new Installation(scene.PathOf("twin"));
        (await twin.ProducerAsync()).ShouldBe(await scene.Computer.ProducerAsync());
        var refused = (await twin.RunAsync("push", scene.Export(2))).ShouldEndWith(Failed);
        refused.Errors.ShouldContain("FORKED");
        await scene.CheckAsync(1, scene.Computer);
    }
}
