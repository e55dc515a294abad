using System.CommandLine;
using System.Globalization;
using KpuSync.Core.Access;
using KpuSync.Rules.Values;
using KpuSync.Server.Access;
using KpuSync.Server.ConsoleHosting;
using KpuSync.Server.Hosting;

namespace KpuSync.Server.Commands;

/// <summary><c>kpusync-server console link</c>: lets an administrator or auditor into the console.</summary>
internal static class ConsoleCommand
{
    public static Command Create(TextWriter output)
    {
        var command = new Command("console", "The administrators' console.");
        command.Subcommands.Add(CreateLink(output));
        return command;
    }

    private static Command CreateLink(TextWriter output)
    {
        var office = new Option<string>("--office")
        {
            HelpName = "CODE",
            Description = "RI for the centre, P and 2 digits for a province, 4 digits for a regency.",
            DefaultValueFactory = _ => OfficeCode.Centre.Value,
        };
        var role = new Option<string>("--role") { Description = "What it may do.", DefaultValueFactory = _ => RoleNames.Of(Role.Administrator) };
        role.AcceptOnlyFromAmong(RoleNames.Of(Role.Administrator), RoleNames.Of(Role.Auditor));
        var command = new Command("link", "Prints a link that signs one person in, once. Whoever opens it first has it: send it as you would a password.") { office, role };
        command.SetAction((parsed, ct) => CommandScope.RunAsync(parsed, async services =>
        {
            if (!OfficeCode.TryParse(parsed.GetValue(office), out var code))
                throw new StartupException($"'{parsed.GetValue(office)}' is not an office: use P and 2 digits for a province (P52), RI for the centre, or 4 digits for a regency.");
            _ = RoleNames.TryParse(parsed.GetValue(role), out var known);
            var link = await services.GetRequiredService<ConsoleLinks>().IssueAsync(code, known, ct);
            await output.WriteLineAsync(link.Url);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"For {code}, {RoleNames.Of(known)}; once, until {link.ExpiresAt.UtcDateTime:yyyy-MM-dd HH:mm'Z'}."));
            return ServerCommand.ExitWell;
        }, ct));
        return command;
    }
}
