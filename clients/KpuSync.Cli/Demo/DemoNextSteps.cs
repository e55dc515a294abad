using System.Text.Json;
using KpuSync.Cli.Commands;
using KpuSync.Cli.Output;
using KpuSync.Cli.Texts;
using KpuSync.Contracts.V1;
using Spectre.Console;

namespace KpuSync.Cli.Demo;

/// <summary>Commands that can be pasted to look further.</summary>
internal sealed class DemoNextSteps(CommandContext context, DemoOptions options, DemoOffice office, FailedBatchRef? failed)
{
    // The name of a shell function, beside the office's.
    private const string Centre = "pusat";

    public void Print()
    {
        // A shared database that is thrown away with the run leaves nothing to look at.
        if (options is { Once: true, Connection: not null })
            return;
        var export = Paths.Short(Path.Combine(options.Samples, $"pemilih-{office.Code}-2.csv"));
        context.Screen.Heading(context.T(DemoTexts.NextHeading));
        var database = options.Connection is null
            ? $"--data {Paths.Short(options.Database)} --deployment {DemoServer.Deployment}"
            : $"--database postgres --connection '{options.Connection}' --deployment {DemoServer.Deployment}";
        if (options.Once)
            Step(DemoTexts.NextServe, $"{Program(options.ServerProgram)} {database} --grpc {AddressOf("grpc")}");
        else
            Step(DemoTexts.NextLink, $"{DemoServer.ConsoleAddressVariable}={AddressOf("console")} {Program(options.ServerProgram)} console link --office {DemoFailed.Range} {database}");
        Step(DemoTexts.NextCli, Function("kpusync", office.Home));
        Step(DemoTexts.NextStatus, "kpusync status");
        Step(DemoTexts.NextValidate, $"kpusync validate {export}");
        Step(DemoTexts.NextCompare, $"kpusync compare {export}");
        Step(DemoTexts.NextHeld, "kpusync held");
        Step(DemoTexts.NextDuplicates, "kpusync duplicates");
        Step(DemoTexts.NextParty, "kpusync party check --party 6");
        Step(DemoTexts.NextProgress, $"kpusync progress push {Paths.Short(Path.Combine(options.Samples, $"progres-{office.Code}.csv"))}");
        Step(DemoTexts.NextRevert, "kpusync revert 2");
        Step(DemoTexts.NextAudit, "kpusync audit verify");
        PrintCentre();
    }

    private void PrintCentre()
    {
        Step(DemoTexts.NextCentre, Function(Centre, options.Centre));
        Step(DemoTexts.NextDecide, $"{Centre} duplicates show 1");
        Step(DemoTexts.NextFailed, $"{Centre} failed list --range {DemoFailed.Range}");
        if (failed is null)
            return;
        var batch = ChangeNames.Of(failed);
        Step(DemoTexts.NextFailedPreview, $"{Centre} failed preview {batch}");
        Step(DemoTexts.NextFailedReplay, $"{Centre} failed replay {batch} --reason \"{context.T(DemoTexts.NextFailedReason)}\"");
    }

    private static string Function(string name, string home) => $"{name}() {{ {Program(OwnProgram())} --home {Paths.Short(home)} \"$@\"; }}";

    private void Step(Text why, string command)
    {
        context.Screen.Line("  " + context.T(why), new Style(Color.Grey));
        context.Screen.Command("  " + command);
    }

    // The installations know the server by the address that it had; serving there again is all that they need.
    private string AddressOf(string what)
    {
        using var info = JsonDocument.Parse(File.ReadAllText(options.ServerInfo));
        return info.RootElement.GetProperty(what).GetString()!;
    }

    private static string Program(string path) => path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? $"dotnet {Paths.Short(path)}" : Paths.Short(path);

    // Under `dotnet kpusync.dll` the process is dotnet itself.
    private static string OwnProgram() =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) is "kpusync" ? Environment.ProcessPath! : Path.Combine(AppContext.BaseDirectory, "kpusync.dll");
}
