using System.CommandLine;
using KpuSync.Cli.Output;
using KpuSync.Cli.Texts;
using KpuSync.Client;
using KpuSync.Rules.Regions;

namespace KpuSync.Cli.Commands;

/// <summary><c>kpusync init</c>: a new or replaced computer, a new credential, another address.</summary>
internal static class InitCommand
{
    public static Command Build(SharedOptions shared)
    {
        var server = new Option<string?>("--server") { Description = shared.T(CommandTexts.InitServer), HelpName = "URL" };
        var credential = new Option<string?>("--credential-file", "--credential") { Description = shared.T(CommandTexts.InitCredential), HelpName = "FILE" };
        var office = new Option<string?>("--office") { Description = shared.T(CommandTexts.InitOffice), HelpName = "5201" };
        var fromServer = new Option<bool>("--from-server") { Description = shared.T(CommandTexts.InitFromServer) };
        server.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && AddressOf(text) is null)
                result.AddError(UsageTexts.ServerMalformed.In(shared.Language, text));
        });
        office.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } code && !IsOffice(code))
                result.AddError(UsageTexts.OfficeMalformed.In(shared.Language, code));
        });
        credential.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } path && !File.Exists(path))
                result.AddError(UsageTexts.CredentialFileMissing.In(shared.Language, path));
        });
        var command = shared.Command("init", CommandTexts.Init, async (parsed, context, cancellation) =>
        {
            var options = new InitOptions
            {
                Server = AddressOf(parsed.GetValue(server) ?? context.Environment.Variable("KPUSYNC_SERVER")),
                Credential = await CredentialAsync(parsed.GetValue(credential), context, cancellation),
                Office = parsed.GetValue(office),
                FromServer = parsed.GetValue(fromServer),
            };
            var report = await context.WithProgressAsync(progress => context.Client.InitAsync(options, progress, cancellation));
            return InitView.Print(context, report);
        });
        command.Options.Add(server);
        command.Options.Add(credential);
        command.Options.Add(office);
        command.Options.Add(fromServer);
        return command;
    }

    // An administrator's computer is set up for its province, or for the centre.
    private static bool IsOffice(string code) =>
        RegionCatalogue.Default.ContainsRegency(code) || code is "RI" || (code is ['P', .. var province] && RegionCatalogue.Default.ContainsProvince(province));

    private static Uri? AddressOf(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https") ? address : null;

    private static async Task<string?> CredentialAsync(string? path, CommandContext context, CancellationToken cancellation)
    {
        var text = path is null ? context.Environment.Variable("KPUSYNC_TOKEN") : await File.ReadAllTextAsync(path, cancellation);
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }
}
