using System.CommandLine;
using KpuSync.Server.Configuration;
using KpuSync.Server.Hosting;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace KpuSync.Server.Commands;

/// <summary><c>kpusync-server backup --to FILE</c>: a whole copy of the database, while the server runs.</summary>
internal static class BackupCommand
{
    public static Command Create(TextWriter output)
    {
        var to = new Option<string>("--to") { HelpName = "FILE", Description = "Where the copy goes; must not be there yet.", Required = true };
        var command = new Command("backup", "Copies the database to a file, also while the server runs. To restore: stop the server, put the copy back, run `restore`.") { to };
        command.SetAction((parsed, ct) => CommandScope.RunAsync(parsed, async services =>
        {
            var target = Path.GetFullPath(parsed.GetValue(to)!);
            if (File.Exists(target))
                throw new StartupException($"{target} is there already. Name a new file.");

            await CopyAsync(Path.GetFullPath(services.GetRequiredService<IOptions<ServerOptions>>().Value.Data), target, ct);
            await output.WriteLineAsync($"Copied to {target}.");
            return ServerCommand.ExitWell;
        }, ct));
        return command;
    }

    private static async Task CopyAsync(string source, string target, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        // Copied beside it first, so that a backup that was cut short never looks like one.
        var part = target + ".part";
        File.Delete(part);
        await using (var from = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = source, Pooling = false }.ToString()))
        await using (var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = part, Pooling = false }.ToString()))
        {
            await from.OpenAsync(ct);
            await copy.OpenAsync(ct);
            from.BackupDatabase(copy);
        }

        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(part, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.Move(part, target);
    }
}
