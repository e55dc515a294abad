using System.CommandLine;
using KpuSync.Contracts.V1;
using KpuSync.Core.Ledger;
using KpuSync.Core.Recap;
using KpuSync.Core.Store;
using KpuSync.Rules.Values;
using KpuSync.Server.Hosting;

namespace KpuSync.Server.Commands;

/// <summary><c>kpusync-server check</c>: proves that registers, waiting changes and recap tallies are what the ledgers amount to, and the tallies what the registers hold.</summary>
internal static class CheckCommand
{
    private const int DifferencesShown = 20;

    public static Command Create(TextWriter output)
    {
        var office = new Option<string?>("--office") { HelpName = "CODE", Description = "Only this office; without it, all." };
        var command = new Command("check", "Compares the recap's tallies with a full scan of the registers, and both with the ledgers. Stop the server first.") { office };
        command.SetAction((parsed, ct) => CommandScope.RunAsync(parsed, async services =>
        {
            var range = OfficeCode.Centre;
            if (parsed.GetValue(office) is { } text && (!OfficeCode.TryParse(text, out range) || range.Kind is not OfficeKind.Regency))
                throw new StartupException($"'{text}' is not a regency's office code; use 4 digits, for example 5201.");

            var differing = 0;
            foreach (var head in await services.GetRequiredService<ILedgerReader>().HeadsOfAsync(range, ct))
                differing += await CheckAsync(services, head.Office, output, ct);
            return differing == 0 ? ServerCommand.ExitWell : ServerCommand.ExitFailed;
        }, ct));
        return command;
    }

    private static async Task<int> CheckAsync(IServiceProvider services, OfficeCode office, TextWriter output, CancellationToken ct)
    {
        var scan = await services.GetRequiredService<TallyCheck>().CheckAsync(office, ct);
        var rebuild = await services.GetRequiredService<RebuildHandler>().CheckAsync(office, ct);
        await output.WriteLineAsync(
            $"{office}  {scan.Male + scan.Female} voters, L {scan.Male}, P {scan.Female}  tallies {Verdict(scan.Differences.Count)} by a scan, ledger {Verdict(rebuild.Differences.Count)}");
        foreach (var d in scan.Differences.Take(DifferencesShown))
        {
            await output.WriteLineAsync(
                $"{office}  {d.VillageCode} TPS {d.PollingStation} {(d.Sex is Sex.Male ? 'L' : 'P')}: tallies {d.Tallied}, register {d.Registered}");
        }

        foreach (var difference in rebuild.Differences.Take(DifferencesShown))
            await output.WriteLineAsync($"{office}  {difference.What}: {difference.Problem}");
        return scan.Differences.Count + rebuild.Differences.Count;
    }

    private static string Verdict(int differences) => differences == 0 ? "equal" : $"{differences} DIFFER";
}
