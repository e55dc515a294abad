using System.CommandLine;
using KpuSync.Core.Transfers;
using KpuSync.Rules.Regions;
using KpuSync.Server.Hosting;

namespace KpuSync.Server.Commands;

/// <summary><c>kpusync-server regions</c>: <c>import</c> adds new ones, <c>transfer</c> moves villages with their voters when regions change.</summary>
internal static class RegionsCommand
{
    private const int ObstaclesShown = 100;

    public static Command Create(TextWriter output)
    {
        var from = new Option<string>("--from") { HelpName = "CODE", Description = "Regency that has the villages.", Required = true };
        var to = new Option<string>("--to") { HelpName = "CODE", Description = "Regency that takes them; the same where villages only get other codes.", Required = true };
        var villages = new Option<string?>("--villages") { HelpName = "OLD=NEW,...", Description = "10-digit codes: old and new." };
        var file = new Option<FileInfo?>("--file") { HelpName = "CSV", Description = "The same from a file: old and new code in each line, separated by a comma." };
        var reason = new Option<string>("--reason") { HelpName = "TEXT", Description = "Why, for the ledgers: 0 to 500 characters, no identity numbers.", DefaultValueFactory = _ => "" };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only show how many voters would go, and what has to be settled first." };
        var transfer = new Command(
            "transfer",
            "Moves villages with their voters to another office, or gives them other codes; neutral in the recap. Stop the server first. It is safe to run again.")
        {
            from, to, villages, file, reason, dryRun,
        };
        transfer.SetAction((parsed, ct) =>
            CommandScope.RunAsync(parsed, async services =>
            {
                var isDryRun = parsed.GetValue(dryRun);
                var request = VillagePairs.Read(
                    services.GetRequiredService<CurrentRegions>().Today,
                    parsed.GetValue(from)!, parsed.GetValue(to)!, parsed.GetValue(villages), parsed.GetValue(file), ReasonOf(parsed.GetValue(reason)!));
                return await WriteAsync(request, await services.GetRequiredService<TransferHandler>().TransferAsync(request, isDryRun, ct), isDryRun, output);
            }, ct));
        return new Command("regions", "What follows from changes of the regions.") { RegionImportCommand.Create(output), transfer };
    }

    private static string ReasonOf(string text) => TransferRequest.IsReason(text)
        ? text
        : throw new StartupException("--reason takes 0 to 500 characters on one line, without identity numbers.");

    private static async Task<int> WriteAsync(TransferRequest request, TransferReport report, bool isDryRun, TextWriter output)
    {
        foreach (var (village, voters) in report.Voters)
            await output.WriteLineAsync($"{village} -> {request.Villages[village]}  {voters} voters");
        foreach (var obstacle in report.Obstacles.Take(ObstaclesShown))
            await output.WriteLineAsync($"{obstacle.Code}  {obstacle.Office}  {obstacle.Place}  {AdviceOf(obstacle.Kind)}");
        if (report.Obstacles.Count > ObstaclesShown)
            await output.WriteLineAsync($"and {report.Obstacles.Count - ObstaclesShown} more");
        await output.WriteLineAsync((isDryRun, report.Obstacles.Count) switch
        {
            (true, 0) => "Nothing stands in the way; nothing was moved (--dry-run).",
            (true, _) => $"{report.Obstacles.Count} things have to be settled first; nothing was moved (--dry-run).",
            (false, 0) => $"Moved {report.Moved} voters from {request.From} to {request.To}.",
            (false, _) => $"Moved {report.Moved} voters. Settle {report.Obstacles.Count} things first, then run it again.",
        });
        return report.Obstacles.Count == 0 ? ServerCommand.ExitWell : ServerCommand.ExitFailed;
    }

    private static string AdviceOf(TransferObstacleKind kind) => kind switch
    {
        TransferObstacleKind.HeldOpen => "a held change: verify or reject it (kpusync held)",
        TransferObstacleKind.ClaimOpen => "another office's claim: confirm or deny it (kpusync held)",
        _ => "active in both offices: decide the duplicate case (kpusync duplicates)",
    };
}
