using KpuSync.Process.Tests.Support;
using Xunit.Abstractions;

namespace KpuSync.Process.Tests;

/// <summary>Goal: a client that dies at any moment loses and repeats nothing. Method: kill -9 it twenty times in one push, at moments drawn at random.</summary>
public sealed class ClientKillTests(ITestOutputHelper output)
{
    private const int Kills = 20;
    private const int Seed = 5201;

    [Fact]
    public async Task Push_KilledTwentyTimes_EndsEqualToTheTruth()
    {
        await using var scene = await Scene.BeginAsync(voters: 10_000, ServerProcess.Slow);
        await using var watch = LedgerFacts.Watch(scene.Server.Database, Scene.Office);
        var moments = new KillMoments(Seed, Kills, scene.Account(1).Rows / ServerProcess.BatchChanges, await StartUpAsync(scene));
        for (var kill = 1; kill <= Kills; kill++)
        {
            await using var push = scene.Computer.Start("push", scene.Export(1));
            var reached = await moments.WaitAsync(watch, push.Exited);
            push.Kill();
            (await push.EndAsync()).ShouldEndWith(RunningProgram.KilledExitCode);
            output.WriteLine($"seed {Seed}, kill {kill}: {reached}");
        }

        await scene.Computer.PushAsync(scene.Export(1));
        var facts = await scene.CheckAsync(1, scene.Computer);
        facts.Applied.ShouldBe(scene.Account(1).Registered);
        facts.Unchanged.ShouldBe(0, "nothing was sent under two numbers");

        await scene.Computer.PushAsync(scene.Export(2));
        await scene.CheckAsync(2, scene.Computer);
    }

    // How long a push takes before it sends: measured where there is nothing to send.
    private static async Task<TimeSpan> StartUpAsync(Scene scene)
    {
        var began = TimeProvider.System.GetTimestamp();
        (await scene.Computer.RunAsync("push")).ShouldEndWith(Installation.Ok);
        return TimeProvider.System.GetElapsedTime(began);
    }
}
