using System.CommandLine;
using System.Data.Common;
using KpuSync.Core.Store;
using KpuSync.Server.Configuration;
using KpuSync.Server.Databases;
using KpuSync.Storage.Copying;
using Microsoft.Extensions.Options;

namespace KpuSync.Server.Commands;

/// <summary><c>kpusync-server copy --from sqlite:PATH --to postgres:CONNECTION</c>: moves an embedded installation to PostgreSQL.</summary>
internal static class CopyCommand
{
    public static Command Create(TextWriter output, TextWriter errors)
    {
        var from = new Option<string>("--from") { HelpName = "sqlite:PATH", Description = "The file, which is only read; `sqlite:` alone is KpuSync:Data. Stop its server first.", Required = true };
        var to = new Option<string>("--to")
        {
            HelpName = "postgres:CONNECTION",
            Description = "An empty database. Others see flags in the list of processes: with a password, put the connection string into KPUSYNC__CONNECTION and write `postgres:` alone.",
            Required = true,
        };
        var json = new Option<bool>("--json") { Description = "Print the result as JSON." };
        var command = new Command(
            "copy",
            "Copies everything of a SQLite file into an empty PostgreSQL database: ledgers, registers, receipts, credentials, keys. All of it is read back and verified before it is "
            + "committed; stopped in the middle, it leaves nothing and may be run again.")
        { from, to, json };
        command.SetAction((parsed, ct) =>
        {
            var settings = SettingFlags.SettingsOf(parsed);
            foreach (var (key, value) in CopyEnds.SettingsOf(parsed.GetValue(from)!, parsed.GetValue(to)!))
                settings[key] = value;
            return CommandScope.RunUnpreparedAsync(settings, services =>
                RunAsync(services, new CopyWords(output, errors, parsed.GetValue(json), services.GetRequiredService<TimeProvider>()), errors, ct));
        });
        return command;
    }

    private static async Task<int> RunAsync(IServiceProvider services, CopyWords words, TextWriter errors, CancellationToken ct)
    {
        var path = Path.GetFullPath(services.GetRequiredService<IOptions<ServerOptions>>().Value.Data);
        var database = services.GetRequiredService<PostgresDatabase>();
        using var source = await EmbeddedFile.OpenAsync(path, ct);
        CopyReport report;
        try
        {
            report = await database.TakeOverAsync(source, words, ct);
        }
        catch (Exception exception) when (exception is DbException or StoreUnavailableException)
        {
            await errors.WriteLineAsync($"kpusync-server: {exception.Message}");
            await errors.WriteLineAsync("What was not committed is gone. The file is as it was; run the copy again.");
            return ServerCommand.ExitFailed;
        }

        await words.EndAsync(path, database.Name, report);
        return report.Faults.Count == 0 ? ServerCommand.ExitWell : ServerCommand.ExitFailed;
    }
}
