using System.CommandLine;
using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Replay;
using KpuSync.Rules.Values;
using KpuSync.TestKit.Changes;
using KpuSync.TestKit.People;
using KpuSync.TestKit.Stores;
using Microsoft.Data.Sqlite;

namespace KpuSync.Benchmarks;

/// <summary>Replaying parked changes against pushing as many, and a page of the list with very many failed batches.</summary>
internal static class ReplayBenchmark
{
    private const int BatchChanges = 1_000;
    private const int WarmUp = 10_000;
    private const string Office = "5201";

    private static readonly string Village = VoterExamples.Record(1).VillageCode;
    private static readonly Caller Administrator = new("benchmark", Role.Administrator, OfficeCode.Parse("P52"));

    public static Command Command()
    {
        var changes = Arguments.Count("--changes", 100_000, "Changes that are pushed, parked and replayed; as many others are pushed and applied before.");
        var batches = Arguments.Count("--batches", 1_000_000, "Failed batches in the list of which a page is read.");
        var seed = new Option<int>("--seed") { Description = "Seed of the people.", DefaultValueFactory = _ => 4_711 };
        var json = Arguments.Json();
        var command = new Command("replay", "The rate of a replay against that of a push, without network, and the time of a page of failed batches.") { changes, batches, seed, json };
        command.SetAction((result, _) => RunAsync(result.GetValue(changes), result.GetValue(batches), result.GetValue(seed), new Output(result.GetValue(json))));
        return command;
    }

    private static async Task RunAsync(int changes, int batches, int seed, Output output)
    {
        output.Say($"replay: {changes:N0} changes pushed, {changes:N0} parked and replayed, then {batches:N0} failed batches, seed {seed}");
        var people = Population.Make(new PopulationOptions((changes + WarmUp) * 2, 0, 0, seed)).Records;
        using var workspace = new Workspace();
        var path = workspace.PathOf("replay.db");
        await using var core = await TestCore.OpenSqliteAsync(path);

        // A server has run for days: the code is warm.
        await PushAsync(core, people.Skip(changes * 2).Select((p, i) => Voter(p, i % 2 == 0 ? "2026-11-25" : "")), producer: 3);
        core.Time.Advance(TimeSpan.FromDays(1));
        await ReplayAsync(core);

        var push = changes / await PushAsync(core, people.Take(changes).Select(p => Voter(p, "")), producer: 1);
        await PushAsync(core, people.Skip(changes).Take(changes).Select(p => Voter(p, "2026-11-26")), producer: 2);
        core.Time.Advance(TimeSpan.FromDays(1));
        var (job, seconds) = await ReplayAsync(core);
        if (job.Counts.Applied != changes)
            throw new InvalidOperationException($"Not all were applied: {job.Counts}");
        var replay = changes / seconds;

        FillList(path, batches);
        await ListAsync(core);
        var page = await ListAsync(core);
        output.Result(
            new { Benchmark = "replay", Changes = changes, Seed = seed, PushPerSecond = push, ReplayPerSecond = replay, Share = replay / push, Batches = batches, PageMilliseconds = page },
            $"  push {push:N0}/s, replay {replay:N0}/s: {replay / push:F2} of the push rate; a page of 100 of {batches:N0} failed batches {page:N0} ms");
    }

    private static async Task<double> PushAsync(TestCore core, IEnumerable<Change> changes, int producer)
    {
        var batches = changes.Chunk(BatchChanges).Select((chunk, i) => BatchExamples.With(i + 1, BatchExamples.Producer[..^1] + producer, Office, chunk)).ToList();
        var start = TimeProvider.System.GetTimestamp();
        foreach (var answer in await core.PushAllAsync(batches))
            _ = answer.Value;
        return TimeProvider.System.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task<(FailedJob Job, double Seconds)> ReplayAsync(TestCore core)
    {
        var filter = new FailedFilter { Range = Office };
        var count = (await core.Get<FailedListHandler>().CountAsync(Administrator, new CountFailedChangesRequest { Filter = filter }, default)).Value.Changes;
        var request = new ReplayRequest { Filter = filter, Reason = "benchmark", RequestId = Guid.NewGuid().ToString("D"), ConfirmedChanges = count };
        var start = TimeProvider.System.GetTimestamp();
        var job = (await core.Get<FailedJobHandler>().ReplayAsync(Administrator, request, default)).Value;
        while (await core.Get<JobRunner>().StepAsync(default))
        {
        }

        var seconds = TimeProvider.System.GetElapsedTime(start).TotalSeconds;
        return ((await core.Get<IFailedReader>().FindJobAsync(job.JobId, default))!.Job, seconds);
    }

    // One failed batch, copied: a million pushes would say nothing more about a page of the list.
    private static void FillList(string path, int batches)
    {
        using var connection = new SqliteConnection($"Data Source={path}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $batches),
                one AS (SELECT * FROM pending_change WHERE kind = 2 AND office = $office ORDER BY position, change_index LIMIT 1)
            INSERT INTO pending_change (office, position, change_index, kind, state, nik, code, commit_time_ms, attempts)
            SELECT printf('52%02d', 70 + i % 10), i, 0, 2, 1, one.nik, one.code, one.commit_time_ms, 0 FROM n, one;
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < $batches),
                one AS (SELECT * FROM ledger_entry WHERE office = $office AND position = 1)
            INSERT INTO ledger_entry (office, position, kind, epoch, commit_time_ms, actor, digest, chain_hash, rule_set_version, region_catalogue_version,
                producer_id, sequence, batch_id, content_digest, payload, statuses, receipt)
            SELECT printf('52%02d', 70 + i % 10), i, one.kind, one.epoch, one.commit_time_ms, one.actor, one.digest, one.chain_hash, one.rule_set_version,
                one.region_catalogue_version, one.producer_id, i, printf('%036d', i), one.content_digest,
                CASE WHEN i <= 2000 THEN one.payload ELSE x'00' END, one.statuses, CASE WHEN i <= 2000 THEN one.receipt ELSE x'00' END FROM n, one;
            """;
        command.Parameters.AddWithValue("$batches", batches);
        command.Parameters.AddWithValue("$office", Office);
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }

    private static async Task<double> ListAsync(TestCore core)
    {
        var request = new ListFailedBatchesRequest { Filter = new FailedFilter { Range = "P52" } };
        var start = TimeProvider.System.GetTimestamp();
        var page = (await core.Get<FailedListHandler>().ListAsync(Administrator, request, default)).Value;
        var elapsed = TimeProvider.System.GetElapsedTime(start).TotalMilliseconds;
        return page.Batches.Count == 100 ? elapsed : throw new InvalidOperationException($"{page.Batches.Count} batches on the page.");
    }

    private static Change Voter(VoterRecord voter, string effectiveDate)
    {
        voter.VillageCode = Village;
        var change = VoterExamples.Upsert(Voters.Complete(voter), UpsertReason.State);
        change.EffectiveDate = effectiveDate;
        return change;
    }
}
