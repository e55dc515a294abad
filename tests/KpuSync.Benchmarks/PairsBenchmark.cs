using System.CommandLine;
using System.Globalization;
using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Duplicates;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;
using KpuSync.TestKit.Changes;
using KpuSync.TestKit.Stores;

namespace KpuSync.Benchmarks;

/// <summary>The same numbers pushed by eight offices at the same time, with the scanner running beside them: every pair must be found.</summary>
internal static class PairsBenchmark
{
    private const int BatchChanges = 500;
    private const int PerBirthDate = 9_000;
    private static readonly string[] Offices = ["5201", "5202", "5203", "5204", "5205", "5206", "5171", "5103"];

    public static Command Command()
    {
        var people = Arguments.Count("--people", 10_000, "Numbers that all eight offices push.");
        var json = Arguments.Json();
        var command = new Command("pairs", "Equal numbers pushed by eight offices at once: how many of the pairs are found.") { people, json };
        command.SetAction((result, _) => RunAsync(result.GetValue(people), new Output(result.GetValue(json))));
        return command;
    }

    private static async Task RunAsync(int people, Output output)
    {
        output.Say($"pairs: {people:N0} numbers pushed by {Offices.Length} offices at once");
        using var workspace = new Workspace();
        await using var core = await TestCore.OpenSqliteAsync(workspace.PathOf("pairs.db"));
        using var stop = new CancellationTokenSource();
        var start = TimeProvider.System.GetTimestamp();
        var scanning = Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
                await core.Get<Scanner>().StepAsync(2, default);
        });
        await Task.WhenAll(Offices.Select(office => Task.Run(() => PushAsync(core, office, people))));
        await stop.CancelAsync();
        await scanning;
        await core.Get<Scanner>().CatchUpAsync(default);
        var seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;

        var expected = (long)people * Offices.Length * (Offices.Length - 1) / 2;
        var found = await CountPairsAsync(core);
        output.Result(
            new { Benchmark = "pairs", People = people, Offices = Offices.Length, Expected = expected, Found = found, Seconds = seconds },
            $"  {found:N0} of {expected:N0} pairs found, in {seconds:F1} s with pushing and scanning");
        if (found != expected)
            throw new InvalidOperationException("Not every pair was found.");
    }

    private static async Task PushAsync(TestCore core, string office, int people)
    {
        var village = RegionCatalogue.Default.VillagesOf(RegionCatalogue.Default.DistrictsOf(office)[0].Code)[0].Code;
        var sequence = 0L;
        foreach (var chunk in Enumerable.Range(0, people).Select(n => Person(n, village)).Chunk(BatchChanges))
        {
            var answer = await core.PushAsync(BatchExamples.With(++sequence, BatchExamples.Producer, office, chunk));
            if (!answer.IsOk || answer.Value.Receipt.Counts.Applied != chunk.Length)
                throw new InvalidOperationException($"Not all was applied: {(answer.IsOk ? answer.Value.Receipt.Counts : answer.Error)}");
        }
    }

    private static Change Person(int number, string village)
    {
        var birthDate = new DateOnly(1980, 1, 1).AddDays(number / PerBirthDate).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var record = VoterExamples.Record((number % PerBirthDate) + 1, "5201", VoterExamples.NameOf(number + 1), birthDate);
        record.VillageCode = village;
        return VoterExamples.Upsert(record);
    }

    private static async Task<long> CountPairsAsync(TestCore core)
    {
        var centre = new Caller("benchmark", Role.Auditor, OfficeCode.Centre);
        var request = new ListCasesRequest { Range = "RI", State = CaseState.Open, PageSize = 500 };
        var pairs = 0L;
        do
        {
            var page = (await core.Get<CaseListHandler>().ListAsync(centre, request, default)).Value;
            pairs += page.Cases.Sum(c => c.Sides.GroupBy(s => s.Nik).Sum(g => (long)g.Count() * (g.Count() - 1) / 2));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return pairs;
    }
}
