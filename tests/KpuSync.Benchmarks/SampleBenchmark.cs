using System.CommandLine;
using KpuSync.Samples;

namespace KpuSync.Benchmarks;

/// <summary>How fast synthetic exports are written.</summary>
internal static class SampleBenchmark
{
    public static Command Command()
    {
        var voters = Arguments.Count("--voters", 1_000_000, "Rows of all offices together.");
        var json = Arguments.Json();
        var command = new Command("sample", "Writes synthetic exports of the default offices.") { voters, json };
        command.SetAction(result => Run(result.GetValue(voters), new Output(result.GetValue(json))));
        return command;
    }

    private static void Run(int voters, Output output)
    {
        using var workspace = new Workspace();
        var start = TimeProvider.System.GetTimestamp();
        SampleWriter.Write(new SampleOptions { Directory = workspace.PathOf("exports"), Voters = voters });
        var seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        output.Result(
            new { Benchmark = "sample", Voters = voters, Seconds = seconds },
            $"sample: {voters:N0} rows in {seconds:F1} s, {voters / seconds:N0} rows/s");
    }
}
