using KpuSync.Process.Tests.Support;
using Xunit.Abstractions;

namespace KpuSync.Process.Tests;

/// <summary>Goal: a server that dies at any moment keeps what it acknowledged. Method: kill -9 it twenty times in one push and start it again each time.</summary>
public sealed class ServerKillTests(ITestOutputHelper output)
{
    private const int Kills = 20;
    private const int Seed = 5202;

    // A client that has given up says so with this code; its outbox keeps the rest.
    private const int Unreachable = 4;

    [Fact]
    public async Task Push_ServerKilledTwentyTimes_EndsEqualToTheTruth()
    {
        await using var scene = await Scene.BeginAsync(voters: 10_000, ServerProcess.Slow);
        await using var watch = LedgerFacts.Watch(scene.Server.Database, Scene.Office);
        var moments = new KillMoments(Seed, Kills, scene.Account(1).Rows / ServerProcess.BatchChanges, TimeSpan.FromSeconds(1));
        var pushing = PushUntilDoneAsync(scene);
        for (var kill = 1; kill <= Kills; kill++)
        {
            var reached = await moments.WaitAsync(watch, pushing);
            await scene.Server.KillAsync();
            pushing.IsCompleted.ShouldBeFalse("every kill falls into the push");
            output.WriteLine($"seed {Seed}, kill {kill}: {reached}");
            await scene.Server.StartAsync();
        }

        await pushing;
        await scene.Computer.PushAsync(scene.Export(1));
        var facts = await scene.CheckAsync(1, scene.Computer);
        facts.Applied.ShouldBe(scene.Account(1).Registered);
        facts.Unchanged.ShouldBe(0, "nothing was sent under two numbers");

        await scene.Computer.PushAsync(scene.Export(2));
        await scene.CheckAsync(2, scene.Computer);
    }

    private static async Task PushUntilDoneAsync(Scene scene)
    {
        ProgramResult ended;
        do
            ended = await scene.Computer.RunAsync("push", scene.Export(1));
        while (ended.ExitCode == Unreachable);
        ended.ShouldEndWith(Installation.Ok, Installation.SomeNotApplied);
    }
}
