using System.CommandLine;
using KpuSync.Core.Ledger;
using KpuSync.Core.Store;
using KpuSync.Rules.Values;
using KpuSync.Server.Hosting;

namespace KpuSync.Server.Commands;

/// <summary><c>kpusync-server rebuild --check</c>, <c>restore</c> and <c>audit verify</c>: what an administrator does with the ledgers themselves.</summary>
internal static class LedgerCommands
{
    private const int DifferencesShown = 20;

    public static Command CreateRebuild(TextWriter output)
    {
        var check = new Option<bool>("--check") { Description = "Compare only; nothing is written." };
        var command = new Command(
            "rebuild",
            "Rebuilds registers, waiting changes and tallies from the ledgers' recorded outcomes: compares with --check, writes them anew without. Stop the server before writing.")
        { check };
        command.SetAction((parsed, ct) => CommandScope.RunAsync(parsed, async services =>
        {
            if (!parsed.GetValue(check))
                await WriteAsync(services, output, ct);
            var differing = 0;
            await foreach (var report in services.GetRequiredService<RebuildHandler>().CheckAsync(ct))
            {
                differing += report.Differences.Count;
                await output.WriteLineAsync(
                    $"{report.Office}  {report.Registrations} registrations, {report.Active} active, {report.Pending} held or parked  {(report.Differences.Count == 0 ? "equal" : $"{report.Differences.Count} DIFFER")}");
                foreach (var difference in report.Differences.Take(DifferencesShown))
                    await output.WriteLineAsync($"{report.Office}  {difference.What}: {difference.Problem}");
            }

            return differing == 0 ? ServerCommand.ExitWell : ServerCommand.ExitFailed;
        }, ct));
        return command;
    }

    private static async Task WriteAsync(IServiceProvider services, TextWriter output, CancellationToken ct)
    {
        foreach (var head in await services.GetRequiredService<ILedgerReader>().HeadsOfAsync(OfficeCode.Centre, ct))
        {
            await services.GetRequiredService<RebuildHandler>().WriteAsync(head.Office, ct);
            await output.WriteLineAsync($"{head.Office}  written from its ledger");
        }
    }

    public static Command CreateRestore(TextWriter output)
    {
        var cause = new Option<string>("--cause") { HelpName = "TEXT", Description = "Why, for the ledger: 1 to 200 characters.", DefaultValueFactory = _ => "restore" };
        var command = new Command("restore", "Opens a new epoch in every office. Run it once after an older copy of the database was put back, before serving.") { cause };
        command.SetAction((parsed, ct) => CommandScope.RunAsync(parsed, async services =>
        {
            var text = parsed.GetValue(cause)!;
            if (text.Length is 0 or > 200)
                throw new StartupException("--cause takes 1 to 200 characters.");

            var offices = await services.GetRequiredService<EpochHandler>().OpenEverywhereAsync(text, ct);
            await output.WriteLineAsync(offices.Count == 0
                ? "No office has a ledger yet; there is nothing to do."
                : $"Opened a new epoch in {offices.Count} offices: {string.Join(", ", offices)}. Clients send again what is missing by themselves.");
            return ServerCommand.ExitWell;
        }, ct));
        return command;
    }

    public static Command CreateAudit(TextWriter output)
    {
        var office = new Option<string?>("--office") { HelpName = "CODE", Description = "Only this office; without it, all." };
        var verify = new Command("verify", "Computes the ledgers' chains again and names every entry that was altered, dropped or reordered.") { office };
        verify.SetAction((parsed, ct) => CommandScope.RunAsync(parsed, async services =>
        {
            var range = OfficeCode.Centre;
            if (parsed.GetValue(office) is { } text && (!OfficeCode.TryParse(text, out range) || range.Kind is not OfficeKind.Regency))
                throw new StartupException($"'{text}' is not a regency's office code; use 4 digits, for example 5201.");

            var faults = 0;
            foreach (var head in await services.GetRequiredService<ILedgerReader>().HeadsOfAsync(range, ct))
            {
                var report = await services.GetRequiredService<ChainVerifier>().VerifyAsync(head.Office, ct);
                faults += report.Faults.Count;
                await output.WriteLineAsync(
                    $"{report.Office}  {report.Entries} entries  chain {Convert.ToHexStringLower(report.ChainHash)}  {(report.Faults.Count == 0 ? "intact" : "BROKEN")}");
                foreach (var fault in report.Faults)
                    await output.WriteLineAsync($"{report.Office}  position {fault.Position}: {fault.Problem}");
            }

            return faults == 0 ? ServerCommand.ExitWell : ServerCommand.ExitFailed;
        }, ct));
        return new Command("audit", "Checks the ledgers.") { verify };
    }
}
