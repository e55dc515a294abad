using System.CommandLine;
using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Glance;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;
using KpuSync.TestKit.Changes;
using KpuSync.TestKit.Stores;
using Microsoft.Extensions.Time.Testing;

namespace KpuSync.Benchmarks;

/// <summary>A province at a glance, as the console's first page shows it, after a year of pushes.</summary>
internal static class GlanceBenchmark
{
    private const int BatchChanges = 1_000;
    private const int Readings = 11;
    private const int Months = 11;
    private const string Province = "52";
    private static readonly DateTimeOffset Opening = new(2025, 12, 1, 3, 0, 0, TimeSpan.Zero);

    public static Command Command()
    {
        var voters = Arguments.Count("--voters", 4_000_000, "Voters of the province, over its ten offices.");
        var json = Arguments.Json();
        var command = new Command("glance", "The time that a province at a glance takes, from tallies.") { voters, json };
        command.SetAction((result, _) => RunAsync(result.GetValue(voters), new Output(result.GetValue(json))));
        return command;
    }

    private static async Task RunAsync(int voters, Output output)
    {
        using var workspace = new Workspace();
        await using var core = await TestCore.OpenSqliteAsync(workspace.PathOf("glance.db"), time: new FakeTimeProvider(Opening));
        var offices = RegionCatalogue.Default.Offices.Select(o => o.Code).Where(code => code.StartsWith(Province, StringComparison.Ordinal)).Order().ToList();
        var each = voters / offices.Count;
        foreach (var office in offices)
            await PushAsync(core, office, 0, Enumerable.Range(0, each).Select(n => RecapPeople.Opening(n, office, isMale: n % 2 == 0)));
        for (var month = 1; month <= Months; month++)
        {
            core.Time.Advance(TimeSpan.FromDays(30));
            foreach (var office in offices)
                await PushAsync(core, office, month, Removals(office, month, each));
        }

        var times = new List<double>();
        GlanceView? view = null;
        for (var i = 0; i < Readings; i++)
        {
            var start = TimeProvider.System.GetTimestamp();
            var today = core.Time.GetUtcNow();
            view = (await core.Get<GlanceHandler>().HandleAsync(
                new Caller("bench", Role.Administrator, OfficeCode.Parse("P" + Province)), OfficeCode.Parse("P" + Province), new ReportMonth(today.Year, today.Month), default)).Value;
            times.Add(TimeProvider.System.GetElapsedTime(start).TotalMilliseconds);
        }

        var median = Spread.Of(times).Median;
        var shown = view!.Offices.Sum(o => o.Voters.Male + o.Voters.Female);
        output.Result(
            new { Benchmark = "glance", Voters = shown, Offices = view.Offices.Count, Milliseconds = median },
            $"glance: {view.Offices.Count} offices, {shown:N0} voters: {median:F0} ms (median of {Readings})");
    }

    private static IEnumerable<Change> Removals(string office, int month, int each) => Enumerable.Range(0, Math.Min(BatchChanges, each / Months))
        .Select(n => ((n * Months) + month - 1) % each).Distinct()
        .Select(n => VoterExamples.Remove(RecapPeople.Record(n, office, n % 2 == 0).Nik));

    // Each phase is a producer of its own, so that its sequence begins at 1.
    private static async Task PushAsync(TestCore core, string office, int phase, IEnumerable<Change> changes)
    {
        var batches = changes.Chunk(BatchChanges).Select((chunk, i) => BatchExamples.With(i + 1, $"00000000-0000-4000-8000-{phase:000000000000}", office, chunk));
        foreach (var answer in await core.PushAllAsync(batches))
        {
            if (answer.Value.Receipt.Counts is { } counts && counts.Rejected + counts.Held > 0)
                throw new InvalidOperationException($"Not all was applied: {counts}");
        }
    }
}
