using System.CommandLine;
using KpuSync.Server.Hosting;
using KpuSync.Storage.Sqlite;

namespace KpuSync.Server.Commands;

/// <summary><c>kpusync-server backup --to FILE</c>: a whole copy of the database, while the server runs.</summary>
internal static class BackupCommand
{
    public static Command Create(TextWriter output)
    {
        var to = new Option<string>("--to") { HelpName = "FILE", Description = "Where the copy goes; must not be there yet.", Required = true };
        var command = new Command("backup", "Copies the SQLite database to a file, also while the server runs. To restore: stop the server, put the copy back, run `restore`.") { to };
        command.SetAction((parsed, ct) => CommandScope.RunAsync(parsed, async services =>
        {
            var backup = services.GetService<SqliteBackup>() ?? throw new StartupException(
                "`backup` copies a SQLite file. PostgreSQL has its own: `pg_dump` for a copy of the database, `pg_basebackup` with archived WAL for one up to any moment.");
            var target = Path.GetFullPath(parsed.GetValue(to)!);
            if (File.Exists(target))
                throw new StartupException($"{target} is there already. Name a new file.");

            backup.CopyTo(target);
            await output.WriteLineAsync($"Copied to {target}.");
            return ServerCommand.ExitWell;
        }, ct));
        return command;
    }
}
