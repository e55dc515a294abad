using System.CommandLine;
using System.Data.Common;
using KpuSync.Core.Store;
using KpuSync.Server.Hosting;
using Microsoft.Extensions.Options;

namespace KpuSync.Server.Commands;

/// <summary>The command line of <c>kpusync-server</c>. Exit codes: 0 well, 1 it failed or found something wrong, 2 usage or settings.</summary>
public static class ServerCommand
{
    public const int ExitWell = 0;
    public const int ExitFailed = 1;
    public const int ExitUsage = 2;

    /// <summary>Runs one command line to its end.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        var root = new RootCommand(
            """
            KpuSync server: takes the changes of KPU offices into a durable ledger and streams it back. Without a command it serves.

            Every setting can stand in appsettings.json beside the program (section KpuSync), in the environment (KPUSYNC__DATA, KPUSYNC__LIMITS__UNARYDEADLINE, ...) or,
            for the common ones, in a flag; the later of these wins. TLS: give an https address and a certificate under Kestrel:Certificates:Default:Path.
            """);
        SettingFlags.AddTo(root);
        root.SetAction((parsed, ct) => ServeCommand.RunAsync(SettingFlags.SettingsOf(parsed), output, ct));
        root.Subcommands.Add(TokenCommand.Create(output, errors));
        root.Subcommands.Add(ConsoleCommand.Create(output));
        root.Subcommands.Add(MigrateCommand.Create(output));
        root.Subcommands.Add(LedgerCommands.CreateRebuild(output));
        root.Subcommands.Add(CheckCommand.Create(output));
        root.Subcommands.Add(LedgerCommands.CreateRestore(output));
        root.Subcommands.Add(LedgerCommands.CreateAudit(output));
        root.Subcommands.Add(BackupCommand.Create(output));
        root.Subcommands.Add(CopyCommand.Create(output, errors));
        root.Subcommands.Add(ScanCommand.Create(output));
        root.Subcommands.Add(RegionsCommand.Create(output));

        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await errors.WriteLineAsync(error.Message);
            await errors.WriteLineAsync("Try: kpusync-server --help");
            return ExitUsage;
        }

        try
        {
            // The host handles SIGTERM itself: it drains first, and that takes longer than the two seconds allowed here by default.
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = output,
                Error = errors,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
        }
        catch (StartupException exception)
        {
            await errors.WriteLineAsync($"kpusync-server: {exception.Message}");
        }
        catch (OptionsValidationException exception)
        {
            foreach (var failure in exception.Failures)
                await errors.WriteLineAsync($"kpusync-server: {failure}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DbException or StoreUnavailableException)
        {
            // A port in use, a file that may not be written, a file that is no database: the system's words say it best.
            await errors.WriteLineAsync($"kpusync-server: {exception.Message}");
            return ExitFailed;
        }

        return ExitUsage;
    }
}
