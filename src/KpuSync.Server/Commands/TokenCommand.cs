using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using KpuSync.Core.Access;
using KpuSync.Rules.Parties;
using KpuSync.Rules.Values;
using KpuSync.Server.Access;
using KpuSync.Server.Hosting;
using KpuSync.Storage.Access;

namespace KpuSync.Server.Commands;

/// <summary><c>kpusync-server token issue|list|revoke</c>: the credentials of offices.</summary>
internal static class TokenCommand
{
    private const int NoteCharactersMax = 200;
    private const string NothingToRevoke = "Nothing to revoke: it was revoked before.";

    public static Command Create(TextWriter output, TextWriter errors)
    {
        var command = new Command("token", "Issues, lists and revokes the credentials of offices.");
        command.Subcommands.Add(CreateIssue(output, errors));
        command.Subcommands.Add(CreateList(output));
        command.Subcommands.Add(CreateRevoke(output));
        return command;
    }

    private static Command CreateIssue(TextWriter output, TextWriter errors)
    {
        var offices = new Option<string[]>("--office")
        {
            HelpName = "CODE",
            Description = "4 digits for a regency, P and 2 digits for a province, RI for the centre. May be given several times: one credential each.",
            Required = true,
        };
        var role = new Option<string>("--role") { Description = "What it may do.", DefaultValueFactory = _ => "operator" };
        role.AcceptOnlyFromAmong([.. RoleNames.All]);
        var party = new Option<int?>("--party") { HelpName = "N", Description = "For a party-operator: the number of its party, 1 to 99." };
        var days = new Option<int>("--days") { HelpName = "N", Description = "How long it holds, 1 to 3650 days.", DefaultValueFactory = _ => 30 };
        var note = new Option<string>("--note") { HelpName = "TEXT", Description = "For whom or which computer, up to 200 characters.", DefaultValueFactory = _ => "" };
        var json = Json();
        var command = new Command("issue", "Makes a credential and prints it, once: it is not kept.") { offices, role, party, days, note, json };
        command.SetAction((parsed, ct) => CommandScope.RunAsync(parsed, async services =>
        {
            var lifetime = parsed.GetValue(days) is var n and >= 1 and <= 3650 ? TimeSpan.FromDays(n) : throw new StartupException("--days takes 1 to 3650.");
            var noted = parsed.GetValue(note)!;
            if (noted.Length > NoteCharactersMax)
                throw new StartupException($"--note takes up to {NoteCharactersMax} characters.");
            _ = RoleNames.TryParse(parsed.GetValue(role), out var known);
            var ofParty = PartyFor(known, parsed.GetValue(party));
            var issuer = services.GetRequiredService<CredentialIssuer>();
            foreach (var code in parsed.GetValue(offices)!.Select(text => OfficeFor(known, text)).ToList())
                await PrintAsync(await issuer.IssueAsync(code, known, ofParty, lifetime, noted, ct), parsed.GetValue(json), output, errors);
            return ServerCommand.ExitWell;
        }, ct));
        return command;
    }

    // Alone on standard output, so that it can go straight into a file or a variable.
    private static async Task PrintAsync(IssuedCredential issued, bool json, TextWriter output, TextWriter errors)
    {
        if (!json)
            await errors.WriteLineAsync($"Credential {issued.Id} for office {issued.Office}, role {RoleOf(RoleNames.Of(issued.Role), issued.Party)}, until {Text(issued.ExpiresAt)}:");
        await output.WriteLineAsync(json
            ? JsonSerializer.Serialize(new { id = issued.Id, office = issued.Office.Value, role = RoleNames.Of(issued.Role), party = issued.Party, expires = issued.ExpiresAt, token = issued.Text })
            : issued.Text);
    }

    private static Command CreateList(TextWriter output)
    {
        var office = Office();
        var json = Json();
        var command = new Command("list", "Lists credentials, newest first.") { office, json };
        command.SetAction((parsed, ct) => CommandScope.RunAsync(parsed, async services =>
        {
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            foreach (var row in await services.GetRequiredService<CredentialStore>().ListAsync(parsed.GetValue(office), ct))
            {
                await output.WriteLineAsync(parsed.GetValue(json)
                    ? JsonSerializer.Serialize(new
                    {
                        id = row.Id,
                        office = row.Office,
                        role = row.Role,
                        party = row.Party,
                        state = StateOf(row, now),
                        issued = row.IssuedAt,
                        expires = row.ExpiresAt,
                        revoked = row.RevokedAt,
                        note = row.Note,
                    })
                    : $"{row.Id}  {row.Office,-4}  {RoleOf(row.Role, row.Party),-17}  {StateOf(row, now),-7}  until {Text(row.ExpiresAt)}  {row.Note}".TrimEnd());
            }

            return ServerCommand.ExitWell;
        }, ct));
        return command;
    }

    private static Command CreateRevoke(TextWriter output)
    {
        var id = new Argument<string?>("id") { Description = "The credential's id, as `token list` shows it.", Arity = ArgumentArity.ZeroOrOne };
        var office = Office();
        office.Description = "Revoke all credentials of this office.";
        var subject = new Option<string>("--subject")
        {
            HelpName = "SUB",
            Description = "Refuse whoever the authority of KpuSync:Credentials:Authority names by this subject, 1 to 64 characters, for good.",
        };
        var command = new Command("revoke", "Revokes a credential, or all of an office. Running servers refuse it from their next call or batch on.") { id, office, subject };
        command.SetAction((parsed, ct) => CommandScope.RunAsync(parsed, async services =>
        {
            var (one, all, person) = (parsed.GetValue(id), parsed.GetValue(office), parsed.GetValue(subject));
            if (new[] { one, all, person }.Count(given => given is not null) != 1)
                throw new StartupException("Name one of a credential's id, --office and --subject.");

            var store = services.GetRequiredService<CredentialStore>();
            var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
            if (person is not null)
            {
                if (person.Length is 0 or > CredentialRow.IdCharactersMax)
                    throw new StartupException($"--subject takes 1 to {CredentialRow.IdCharactersMax} characters.");
                await output.WriteLineAsync(await store.RevokeSubjectAsync(person, now, ct) ? "Revoked 1." : NothingToRevoke);
                return ServerCommand.ExitWell;
            }

            if (one is not null && await store.FindAsync(one, ct) is null)
                throw new StartupException($"There is no credential {one}. `kpusync-server token list` shows them.");

            var count = await store.RevokeAsync(one, all, now, ct);
            await output.WriteLineAsync(count == 0 ? NothingToRevoke : $"Revoked {count}.");
            return ServerCommand.ExitWell;
        }, ct));
        return command;
    }

    private static OfficeCode OfficeFor(Role role, string text)
    {
        if (!OfficeCode.TryParse(text, out var office))
            throw new StartupException($"'{text}' is not an office: use 4 digits for a regency (5201), P and 2 digits for a province (P52), or RI for the centre.");
        if (role is Role.OfficeOperator && office.Kind is not OfficeKind.Regency)
            throw new StartupException($"An operator belongs to a regency or city office; '{text}' is none. Choose another --role.");
        return office;
    }

    private static int? PartyFor(Role role, int? party)
    {
        if (role is Role.PartyOperator && party is null)
            throw new StartupException("A party operator belongs to a party: give its number with --party.");
        if (role is not Role.PartyOperator && party is not null)
            throw new StartupException("--party goes with --role party-operator only.");
        return party is null or >= PartyNumber.Min and <= PartyNumber.Max ? party : throw new StartupException($"--party takes {PartyNumber.Min} to {PartyNumber.Max}.");
    }

    private static string RoleOf(string role, int? party) => party is { } number ? $"{role} {number}" : role;

    private static string StateOf(CredentialRow row, DateTimeOffset now) => row.RevokedAt is not null ? "revoked" : row.ExpiresAt <= now ? "expired" : "valid";

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture);

    private static Option<string> Office() => new("--office") { HelpName = "CODE", Description = "4 digits for a regency, P and 2 digits for a province, RI for the centre." };

    private static Option<bool> Json() => new("--json") { Description = "Print JSON." };
}
