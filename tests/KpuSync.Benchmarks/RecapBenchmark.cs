using System.CommandLine;
using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Recap;
using KpuSync.Rules.Values;
using KpuSync.TestKit.Changes;
using KpuSync.TestKit.Stores;
using Microsoft.Extensions.Time.Testing;

namespace KpuSync.Benchmarks;

/// <summary>Kota Serang's third quarter of 2022 from pushed changes that amount to it, and a large office's quarter from tallies beside a full scan.</summary>
internal static class RecapBenchmark
{
    private const int BatchChanges = 1_000;
    private const int Readings = 11;
    private static readonly DateTimeOffset Opening = new(2022, 6, 15, 3, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset InQuarter = new(2022, 8, 15, 3, 0, 0, TimeSpan.Zero);

    public static Command Command()
    {
        var voters = Arguments.Count("--voters", 1_000_000, "Voters of the large office.");
        var json = Arguments.Json();
        var command = new Command("recap", "Published figures from pushed changes, and the time that a recap takes.") { voters, json };
        command.SetAction((result, _) => RunAsync(result.GetValue(voters), new Output(result.GetValue(json))));
        return command;
    }

    private static async Task RunAsync(int voters, Output output)
    {
        using (var workspace = new Workspace())
            await SerangAsync(workspace, output);
        using (var workspace = new Workspace())
            await LargeAsync(workspace, voters, output);
    }

    private static async Task SerangAsync(Workspace workspace, Output output)
    {
        const string Office = SerangQuarter.Office;
        await using var core = await OpenAsync(workspace);
        await PushAsync(core, Office, 0, SerangQuarter.Opening());
        core.Time.SetUtcNow(InQuarter);
        await PushAsync(core, Office, 100_000, SerangQuarter.Changes());

        var t = (await RecapAsync(core, Office)).Total;
        var removed = string.Join(", ", t.Removed.Select(r => $"{r.Ground} {Sum(r.Count):N0}"));
        output.Say($"recap: Kota Serang, 2022-Q3, from pushed changes: {Sum(t.PreviousTotal):N0} -> {Sum(t.Total):N0} (L {t.Total.Male:N0}, P {t.Total.Female:N0})");
        output.Say($"  new: first-time {Sum(t.NewFirstTime):N0}, moved in {Sum(t.NewMovedIn):N0}; TMS: {removed}");
        var isExact = SerangQuarter.IsPublished(t);
        output.Result(
            new { Benchmark = "recap_serang", Exact = isExact, Total = Sum(t.Total) },
            $"  changed: data {Sum(t.DataChanged):N0}, address from {Sum(t.AddressFrom):N0}, to {Sum(t.AddressTo):N0}; as published: {(isExact ? "yes" : "NO")}");
    }

    private static async Task LargeAsync(Workspace workspace, int voters, Output output)
    {
        const string Office = "3201";
        await using var core = await OpenAsync(workspace);
        await PushAsync(core, Office, 0, Enumerable.Range(0, voters).Select(n => RecapPeople.Opening(n, Office, isMale: n % 2 == 0)));
        core.Time.SetUtcNow(InQuarter);
        await PushAsync(core, Office, 100_000, Enumerable.Range(0, voters / 50).Select(n => VoterExamples.Remove(RecapPeople.Record(n * 7, Office, n * 7 % 2 == 0).Nik)));

        var times = new List<double>();
        for (var i = 0; i < Readings; i++)
        {
            var start = TimeProvider.System.GetTimestamp();
            await RecapAsync(core, Office);
            times.Add(TimeProvider.System.GetElapsedTime(start).TotalMilliseconds);
        }

        var scanStart = TimeProvider.System.GetTimestamp();
        var differences = (await core.Get<TallyCheck>().CheckAsync(OfficeCode.Parse(Office), default)).Differences.Count;
        var scan = TimeProvider.System.GetElapsedTime(scanStart).TotalMilliseconds;
        var median = Spread.Of(times).Median;
        output.Result(
            new { Benchmark = "recap_large", Voters = voters, Milliseconds = median, ScanMilliseconds = scan, Differences = differences },
            $"recap: a quarter of an office with {voters:N0} voters: {median:F1} ms from tallies (median of {Readings}), {scan:N0} ms by a full scan; {differences} differences");
    }

    private static Task<TestCore> OpenAsync(Workspace workspace) => TestCore.OpenSqliteAsync(workspace.PathOf("recap.db"), time: new FakeTimeProvider(Opening));

    private static async Task PushAsync(TestCore core, string office, long afterSequence, IEnumerable<Change> changes)
    {
        // Each phase is a producer of its own, so that its sequence begins at 1.
        var producer = $"00000000-0000-4000-8000-{afterSequence:000000000000}";
        var sequence = 0L;
        foreach (var chunk in changes.Chunk(BatchChanges))
        {
            var answer = await core.PushAsync(BatchExamples.With(++sequence, producer, office, chunk));
            if (!answer.IsOk || answer.Value.Receipt.Counts.Applied != chunk.Length)
                throw new InvalidOperationException($"Not all was applied: {(answer.IsOk ? answer.Value.Receipt.Counts : answer.Error)}");
        }
    }

    private static async Task<GetRecapResponse> RecapAsync(TestCore core, string office) => (await core.Get<RecapHandler>().HandleAsync(
        new Caller("bench", Role.Auditor, OfficeCode.Centre), new GetRecapRequest { OfficeCode = office, Period = "2022-Q3" }, default)).Value;

    private static long Sum(SexCount count) => count.Male + count.Female;
}
