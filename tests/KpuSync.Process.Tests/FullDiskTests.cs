using KpuSync.Process.Tests.Support;

namespace KpuSync.Process.Tests;

/// <summary>A server whose disk is full. The most bytes that its database may take stand in for the disk.</summary>
public sealed class FullDiskTests
{
    private const string SizeMax = "KPUSYNC__DATABYTESMAX";
    private const int Cancelled = 130;

    [Fact]
    public async Task Push_ServerDiskFull_KeepsTheOutboxUntilThereIsRoom()
    {
        await using var scene = await Scene.BeginAsync(voters: 5_000, new Dictionary<string, string> { [SizeMax] = "1500000" });
        await using (var push = scene.Computer.Start("push", scene.Export(1)))
        {
            await push.SaysAsync("reconnecting");
            push.Interrupt();
            (await push.EndAsync()).ShouldEndWith(Cancelled);
        }

        var status = await scene.Computer.StatusAsync();
        var stored = await LedgerFacts.ReadAsync(scene.Server.Database, Scene.Office);
        status.GetProperty("batchesAcknowledged").GetInt64().ShouldBe(stored.Batches, "nothing is acknowledged that is not stored");
        status.GetProperty("changesWaiting").GetInt64().ShouldBePositive();
        stored.Batches.ShouldBePositive("some had room");
        stored.Applied.ShouldBe(stored.Active.Count);
        stored.ViolationCodes.ShouldNotContain("CHANGE_POISON", "a full disk parks nothing");

        // Room is made while the office waits for it.
        await using var waiting = scene.Computer.Start("push", scene.Export(1));
        await waiting.SaysAsync("reconnecting");
        (await scene.Server.TerminateAsync()).ShouldEndWith(0);
        scene.Server.Settings.Remove(SizeMax);
        await scene.Server.StartAsync();
        (await waiting.EndAsync()).ShouldEndWith(Installation.SomeNotApplied);
        var facts = await scene.CheckAsync(1, scene.Computer);
        facts.Applied.ShouldBe(scene.Account(1).Registered);
        facts.Unchanged.ShouldBe(0);
    }
}
