using System.Text.Json;
using KpuSync.Cli.Commands;
using KpuSync.Cli.Texts;
using Spectre.Console;

namespace KpuSync.Cli.Demo;

/// <summary>Commands that can be pasted to look further.</summary>
internal sealed class DemoNextSteps(CommandContext context, DemoOptions options, DemoOffice office)
{
    public void Print()
    {
        var export = Paths.Short(Path.Combine(options.Samples, $"pemilih-{office.Code}-2.csv"));
        context.Screen.Heading(context.T(DemoTexts.NextHeading));
        if (options.Once)
            Step(DemoTexts.NextServe, $"{Program(options.ServerProgram)} --data {Paths.Short(options.Database)} --deployment demo --grpc {ServerAddress()}");
        Step(DemoTexts.NextCli, $"kpusync() {{ {Program(OwnProgram())} --home {Paths.Short(office.Home)} \"$@\"; }}");
        Step(DemoTexts.NextStatus, "kpusync status");
        Step(DemoTexts.NextValidate, $"kpusync validate {export}");
        Step(DemoTexts.NextCompare, $"kpusync compare {export}");
        Step(DemoTexts.NextHeld, "kpusync held");
        Step(DemoTexts.NextDuplicates, "kpusync duplicates");
        Step(DemoTexts.NextDecide, $"{Program(OwnProgram())} --home {Paths.Short(options.Centre)} duplicates show 1");
        Step(DemoTexts.NextParty, "kpusync party check --party 6");
        Step(DemoTexts.NextProgress, $"kpusync progress push {Paths.Short(Path.Combine(options.Samples, $"progres-{office.Code}.csv"))}");
        Step(DemoTexts.NextRevert, "kpusync revert 2");
        Step(DemoTexts.NextAudit, "kpusync audit verify");
    }

    private void Step(Text why, string command)
    {
        context.Screen.Line("  " + context.T(why), new Style(Color.Grey));
        context.Screen.Command("  " + command);
    }

    // The installations know the server by the address that it had; serving there again is all that they need.
    private string ServerAddress()
    {
        using var info = JsonDocument.Parse(File.ReadAllText(options.ServerInfo));
        return info.RootElement.GetProperty("grpc").GetString()!;
    }

    private static string Program(string path) => path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? $"dotnet {Paths.Short(path)}" : Paths.Short(path);

    // Under `dotnet kpusync.dll` the process is dotnet itself.
    private static string OwnProgram() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) is "kpusync" ? Environment.ProcessPath! : Path.Combine(AppContext.BaseDirectory, "kpusync.dll");
}
