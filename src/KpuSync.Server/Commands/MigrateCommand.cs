using System.CommandLine;
using KpuSync.Server.Databases;

namespace KpuSync.Server.Commands;

/// <summary><c>kpusync-server migrate [--distributed]</c>: creates the schema or brings it up to this program's.</summary>
internal static class MigrateCommand
{
    public static Command Create(TextWriter output)
    {
        var distributed = new Option<bool>("--distributed") { Description = "With PostgreSQL and Citus: spread the tables over the nodes." };
        var command = new Command("migrate", "Creates the schema or upgrades it to this program's. PostgreSQL needs it before the first start and after an upgrade; may be run again.")
        {
            distributed,
        };
        command.SetAction((parsed, ct) => CommandScope.RunUnpreparedAsync(parsed, async services =>
        {
            var database = services.GetRequiredService<IDatabase>();
            var before = await database.MigrateAsync(ct);
            await output.WriteLineAsync(before.Missing.Count == 0
                ? $"The schema of {database.Name} is current, at {before.Known[^1]}."
                : $"Applied {before.Missing.Count} migrations; the schema of {database.Name} is at {before.Known[^1]}.");
            if (parsed.GetValue(distributed))
            {
                await database.DistributeAsync(ct);
                await output.WriteLineAsync("Every table has its place on the nodes.");
            }

            return ServerCommand.ExitWell;
        }));
        return command;
    }
}
