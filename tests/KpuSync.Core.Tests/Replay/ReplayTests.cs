using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Ledger;
using KpuSync.Core.Replay;
using KpuSync.Rules.Values;
using KpuSync.TestKit.Changes;

namespace KpuSync.Core.Tests.Replay;

/// <summary>What the tests of replays share: changes that are parked today and valid tomorrow, jobs, and a check that a rebuild gives the same.</summary>
public abstract class ReplayTests : CoreTests
{
    protected const string Today = "2026-11-24";
    protected const string Tomorrow = "2026-11-25";

    protected static readonly OfficeCode Office = OfficeCode.Parse("5201");

    protected static Caller Administrator(string range = "P52") => new("test-administrator", Role.Administrator, OfficeCode.Parse(range));

    /// <summary>A change that is rejected until the day comes from which it is to hold.</summary>
    protected static Change Early(Change change)
    {
        change.EffectiveDate = Tomorrow;
        return change;
    }

    protected static Change EarlyVoter(int number, int rt = 1)
    {
        var voter = VoterExamples.Record(number);
        voter.Rt = rt;
        return Early(VoterExamples.Upsert(voter, UpsertReason.State));
    }

    protected void WaitUntilTomorrow() => Core.Time.Advance(TimeSpan.FromDays(1));

    protected static FailedFilter All(string range = "5201") => new() { Range = range };

    protected static FailedFilter Named(long position, params int[] indexes)
    {
        var filter = All();
        filter.Batches.Add(new FailedBatchRef { OfficeCode = "5201", Position = position });
        filter.Indexes.AddRange(indexes);
        return filter;
    }

    protected async Task<FailedJob> ReplayAsync(FailedFilter filter, string? requestId = null, Caller? caller = null) =>
        await RunAsync((await BeginAsync(filter, requestId, caller)).Value);

    protected async Task<Result<FailedJob>> BeginAsync(FailedFilter filter, string? requestId = null, Caller? caller = null, long? confirmed = null) =>
        await Core.Get<FailedJobHandler>().ReplayAsync(
            caller ?? Administrator(),
            new ReplayRequest
            {
                Filter = filter,
                Reason = "data rujukan sudah benar",
                RequestId = requestId ?? Guid.NewGuid().ToString("D"),
                ConfirmedChanges = confirmed ?? await CountAsync(filter),
            },
            default);

    protected async Task<FailedJob> DiscardAsync(FailedFilter filter) => await RunAsync((await Core.Get<FailedJobHandler>().DiscardAsync(
        Administrator(),
        new DiscardRequest { Filter = filter, Reason = "tidak dipakai lagi", RequestId = Guid.NewGuid().ToString("D"), ConfirmedChanges = await CountAsync(filter) },
        default)).Value);

    /// <summary>Runs every job to its end.</summary>
    protected async Task<FailedJob> RunAsync(FailedJob job)
    {
        while (await Core.Get<JobRunner>().StepAsync(default))
        {
        }

        return (await Core.Get<IFailedReader>().FindJobAsync(job.JobId, default))!.Job;
    }

    protected async Task<long> CountAsync(FailedFilter filter) =>
        (await Core.Get<FailedListHandler>().CountAsync(Administrator("RI"), new CountFailedChangesRequest { Filter = filter }, default)) is { IsOk: true } count
            ? count.Value.Changes
            : 0;

    /// <summary>The parked changes of an entry: state, code and attempts.</summary>
    protected async Task<string[]> ParkedAsync(long position) =>
        [.. (await ShowAsync(position)).Changes.Select(c => $"{c.Index} {c.State} {c.Status} {c.Code} {c.Attempts}")];

    protected async Task<GetFailedBatchResponse> ShowAsync(long position, Caller? caller = null) => (await Core.Get<FailedListHandler>().GetAsync(
        caller ?? Administrator(), new GetFailedBatchRequest { Batch = new FailedBatchRef { OfficeCode = "5201", Position = position } }, default)).Value;

    protected async Task<string[]> PreviewAsync(FailedFilter filter, int limit = 0)
    {
        var lines = new List<string>();
        await foreach (var answer in Core.Get<PreviewReplayHandler>().ReadAsync(Administrator(), new PreviewReplayRequest { Filter = filter, Limit = limit }, default))
        {
            lines.AddRange(answer.Value.Changes.Select(c =>
                $"{c.Batch.Position}:{c.Index} {c.Status} {string.Join(' ', c.Differences.Where(d => d.Field == "rt").Select(d => $"{d.Before}->{d.After}"))}".TrimEnd()));
        }

        return [.. lines];
    }

    protected async Task ShouldBeSoundAsync()
    {
        (await Core.Get<ChainVerifier>().VerifyAsync(Office, default)).Faults.ShouldBeEmpty();
        (await Core.Get<RebuildHandler>().CheckAsync(Office, default)).Differences.ShouldBeEmpty();
    }
}
