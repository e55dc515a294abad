using System.CommandLine;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Registry;
using KpuSync.Server.Hosting;
using KpuSync.Storage.Regions;

namespace KpuSync.Server.Commands;

/// <summary><c>kpusync-server regions import FILE</c>: adds regions that came after the release.</summary>
internal static class RegionImportCommand
{
    private const int FaultsShown = 100;

    public static Command Create(TextWriter output)
    {
        var file = new Argument<FileInfo>("FILE") { Description = "CSV with the columns code and name. The parent follows from the code: 5201012001 lies in 520101." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Only show what would be added, and which rows cannot be taken." };
        var command = new Command(
            "import",
            "Adds regencies, districts and villages to the region catalogue, or gives them other names. Running servers take them within seconds. It is safe to run again.")
        { file, dryRun };
        command.SetAction((parsed, ct) => CommandScope.RunAsync(parsed, async services =>
        {
            var source = parsed.GetValue(file)!;
            if (!source.Exists)
                throw new StartupException($"There is no file {source.FullName}.");
            var (rows, unreadable) = RegionFile.Read(source.FullName);
            var regions = services.GetRequiredService<CurrentRegions>();
            var import = RegionImport.Plan(regions.Today, rows);
            var faults = import.Faults.Concat(unreadable).OrderBy(fault => fault.Row).ToList();
            await WriteFaultsAsync(source.Name, faults, output);

            var isDryRun = parsed.GetValue(dryRun);
            if (!isDryRun && import.Regions.Count > 0)
            {
                var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
                await services.GetRequiredService<RegionOverlayStore>().AddAsync(import.Regions, now, ct);
                await services.GetRequiredService<RegionLoader>().LoadAsync(ct);
            }

            await output.WriteLineAsync(
                $"{import.Regions.Count - import.Renamed} new, {import.Renamed} renamed, {import.Known} known already, {faults.Count} rows cannot be taken.");
            await output.WriteLineAsync(isDryRun ? "Nothing was written (--dry-run)." : $"The region catalogue is {regions.Today.Version}.");
            return faults.Count == 0 ? ServerCommand.ExitWell : ServerCommand.ExitFailed;
        }, ct));
        return command;
    }

    private static async Task WriteFaultsAsync(string file, List<RegionFault> faults, TextWriter output)
    {
        foreach (var (row, column, rule) in faults.Take(FaultsShown))
            await output.WriteLineAsync($"{file}  row {row}  {column}  {rule.Code}  {rule.Text(Language.Indonesian)} / {rule.Text(Language.English)}");
        if (faults.Count > FaultsShown)
            await output.WriteLineAsync($"and {faults.Count - FaultsShown} more");
    }
}
