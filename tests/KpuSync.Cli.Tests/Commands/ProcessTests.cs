using System.Diagnostics;

namespace KpuSync.Cli.Tests.Commands;

/// <summary>The program as people start it: a process with exit code and streams.</summary>
public class ProcessTests
{
    [Fact]
    public async Task Process_Help_SpeaksTheLanguageOfTheEnvironment()
    {
        var run = await RunAsync("en_GB.UTF-8", "--help");

        run.ExitCode.ShouldBe(0);
        run.Out.ShouldContain("Usage: kpusync");
        run.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Process_WrongUsage_EndsWithTwo() => (await RunAsync("id_ID.UTF-8", "push", "--nosuch")).ExitCode.ShouldBe(2);

    // The whole story: server and offices as processes on real ports, two rounds, a line cut and taken up again.
    [Fact]
    public async Task Process_DemoOnce_EndsWellAndCanBeRunAgain()
    {
        using var directory = new TempDirectory();
        string[] demo = ["demo", "--once", "--voters", "3000", "--dir", directory["demo"], "--server-program", Beside("kpusync-server.dll"), "--lang", "en"];

        var first = await RunAsync("C", demo);
        var second = await RunAsync("C", demo);

        first.ExitCode.ShouldBe(0, first.Error);
        first.Out.ShouldContain("The registers of all 11 offices are as the truth file says");
        first.Out.ShouldContain("taken up again");
        first.Out.ShouldContain("  NIK_TAKEN: 1");
        first.Out.ShouldContain("  VOTER_NOT_REGISTERED: 1");
        first.Out.ShouldContain("2 changes match, 2 previewed: applied 1, rejected 1");
        first.Out.ShouldMatch("pusat failed replay 5202:[0-9]+ --reason");
        first.Out.ShouldNotContain("Console:");
        second.ExitCode.ShouldBe(0, second.Error);
    }

    [Fact]
    public async Task Process_DemoInAForeignDirectory_TouchesNothing()
    {
        using var directory = new TempDirectory();
        await File.WriteAllTextAsync(directory["thesis.txt"], "years of work");

        var run = await RunAsync("C", "demo", "--once", "--dir", directory.Path, "--server-program", Beside("kpusync-server.dll"));

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain("[DEMO_DIRECTORY_FOREIGN]");
        File.Exists(directory["thesis.txt"]).ShouldBeTrue();
    }

    private static string Beside(string name) => Path.Combine(AppContext.BaseDirectory, name);

    private static async Task<CliRun> RunAsync(string lang, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["LANG"] = lang;
        start.Environment.Remove("LC_ALL");
        start.ArgumentList.Add(Beside("kpusync.dll"));
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new CliRun(process.ExitCode, output, await error);
    }
}
