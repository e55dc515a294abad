using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Replay;
using KpuSync.Core.Store;
using KpuSync.TestKit.Changes;
using KpuSync.TestKit.Stores;

namespace KpuSync.Core.Tests.Replay;

/// <summary>Jobs: begun once, carried out in pages, stopped, cut, and shown to those who may see them.</summary>
public class ReplayJobTests : ReplayTests
{
    private const string Request = "11111111-2222-4333-8444-555555555555";

    private FailedJobHandler Jobs => Core.Get<FailedJobHandler>();

    [Fact]
    public async Task Begin_PressedTwice_IsOneJob()
    {
        await PushAsync(EarlyVoter(1));
        WaitUntilTomorrow();
        var first = (await BeginAsync(All(), Request)).Value;
        var again = (await BeginAsync(All(), Request, confirmed: 1)).Value;
        again.ShouldBe(first);
        await RunAsync(first);

        (await BeginAsync(All(), Request, confirmed: 1)).Value.State.ShouldBe(FailedJobState.Done);
        (await Core.Store.HeadOfAsync(Office, default)).Position.ShouldBe(2);
    }

    [Fact]
    public async Task Job_WhatIsParkedAfterItBegan_IsNotPartOfIt()
    {
        await PushAsync(EarlyVoter(1));
        var job = (await BeginAsync(All())).Value;
        Core.Time.Advance(TimeSpan.FromMinutes(1));
        await PushAsync(EarlyVoter(2));

        (await RunAsync(job)).ChangesDone.ShouldBe(1);
        (await ParkedAsync(2)).ShouldBe(["0 Parked Rejected DATE_IN_FUTURE 0"]);
    }

    [Fact]
    public async Task Begin_SameIdForSomethingElse_IsRefused()
    {
        await PushAsync(EarlyVoter(1));
        await BeginAsync(All(), Request);
        var error = (await BeginAsync(Named(1), Request)).Error!;
        (error.Reason, error.Metadata["field"]).ShouldBe((ErrorReason.RequestInvalid, "request_id"));
    }

    [Fact]
    public async Task Begin_WhatAnotherJobIsAt_NamesThatJob()
    {
        await PushAsync(EarlyVoter(1));
        await PushAsync(EarlyVoter(2));
        await BeginAsync(Named(1), Request);

        var error = (await BeginAsync(All("P52"))).Error!;
        (error.Reason, error.Metadata["job_id"]).ShouldBe((ErrorReason.FailedJobRunning, Request));
        (await BeginAsync(Named(2))).IsOk.ShouldBeTrue();
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(0, 2)]
    public async Task Begin_ByFilterWithAnotherCountThanConfirmed_SaysTheCount(long confirmed, int parked)
    {
        await PushAsync([.. Enumerable.Range(1, parked).Select(number => EarlyVoter(number)), .. parked == 1 ? new[] { EarlyVoter(9) } : []]);
        var error = (await BeginAsync(All(), confirmed: confirmed)).Error!;
        (error.Reason, error.Metadata["changes"]).ShouldBe((ErrorReason.FailedSelectionChanged, "2"));
    }

    [Fact]
    public async Task Begin_FilterThatMatchesNothing_IsRefused() =>
        (await BeginAsync(All())).Error!.Metadata["state"].ShouldBe("-");

    [Theory]
    [InlineData("P51", Role.Administrator, ErrorReason.OfficeNotGranted)]
    [InlineData("5201", Role.OfficeOperator, ErrorReason.RoleNotAllowed)]
    [InlineData("P52", Role.Auditor, ErrorReason.RoleNotAllowed)]
    public async Task Begin_ByWhoeverMayNot_IsRefused(string range, Role role, ErrorReason reason)
    {
        await PushAsync(EarlyVoter(1));
        var caller = new Caller("somebody", role, Rules.Values.OfficeCode.Parse(range));
        (await BeginAsync(All(), caller: caller)).Error!.Reason.ShouldBe(reason);
    }

    [Fact]
    public async Task Show_ByAnotherProvince_IsRefused()
    {
        await PushAsync(EarlyVoter(1));
        var job = await RunAsync((await BeginAsync(All())).Value);
        var list = Core.Get<FailedListHandler>();
        var request = new GetFailedBatchRequest { Batch = new FailedBatchRef { OfficeCode = "5201", Position = 1 } };

        (await list.GetAsync(Administrator("P51"), request, default)).Error!.Reason.ShouldBe(ErrorReason.RangeNotGranted);
        (await Jobs.StopAsync(Administrator("P51"), new StopFailedJobRequest { JobId = job.JobId }, default)).Error!.Reason.ShouldBe(ErrorReason.FailedJobNotFound);
        (await Jobs.ListAsync(Administrator("P52"), new ListFailedJobsRequest { Range = "P52" }, default)).Value.Jobs.Single().ShouldBe(job);
    }

    [Fact]
    public async Task Stop_HalfWay_KeepsWhatIsDoneAndTheRestParked()
    {
        await Core.DisposeAsync();
        await using var core = await OpenWithSmallPagesAsync();
        await PushEarlyAsync(core, batches: 3, each: 2);
        var job = await BeginAsync(core);
        await core.Get<JobRunner>().StepAsync(default);
        await core.Get<FailedJobHandler>().StopAsync(Administrator(), new StopFailedJobRequest { JobId = job.JobId }, default);
        await core.Get<JobRunner>().StepAsync(default);

        var stopped = (await core.Get<IFailedReader>().FindJobAsync(job.JobId, default))!.Job;
        (stopped.State, stopped.ChangesDone).ShouldBe((FailedJobState.Stopped, 2L));
        var rest = await BeginAsync(core);
        rest.ChangesTotal.ShouldBe(4);
    }

    // A page's entry and the job's place are one commit: cut before it, nothing is known of the page; cut after it, the page is not decided twice.
    [Theory]
    [InlineData(CrashPoint.BeforeCommit)]
    [InlineData(CrashPoint.AfterCommit)]
    public async Task Job_CutAtAnyCommit_GoesOnAndDecidesEachChangeOnce(CrashPoint point)
    {
        await Core.DisposeAsync();
        FaultyStore? faults = null;
        var limits = new SyncLimits { ReplayPageChangesMax = 2 };
        await using var core = await TestCore.OpenAsync(Folder.File("cut.db"), limits, around: store => faults = new FaultyStore(store));
        await PushEarlyAsync(core, batches: 3, each: 2);
        var job = await BeginAsync(core);
        var cuts = 0;
        while ((await core.Get<IFailedReader>().RunningJobsAsync(default)).Count > 0)
        {
            faults!.Next = point;
            await Should.ThrowAsync<StoreUnavailableException>(core.Get<JobRunner>().StepAsync(default));
            cuts++;
            await core.Get<JobRunner>().StepAsync(default);
        }

        cuts.ShouldBeGreaterThan(1);
        var done = (await core.Get<IFailedReader>().FindJobAsync(job.JobId, default))!.Job;
        (done.State, done.ChangesDone, done.Counts.Applied).ShouldBe((FailedJobState.Done, 6L, 6));
        (await core.Store.HeadOfAsync(Office, default)).Position.ShouldBe(6);
        (await core.Get<Ledger.RebuildHandler>().CheckAsync(Office, default)).Differences.ShouldBeEmpty();
    }

    [Fact]
    public async Task Preview_SaysWhatAReplayThenDoes()
    {
        await PushAsync(VoterExamples.New(1), VoterExamples.New(3));
        await PushAsync(EarlyVoter(1, rt: 7), EarlyVoter(2, rt: 5));
        await PushAsync(EarlyVoter(1, rt: 8), EarlyVoter(3, rt: 4));
        await PushAsync(VoterExamples.Remove(VoterExamples.NikOf(3), RemovalGround.MovedAway));
        WaitUntilTomorrow();

        (await PreviewAsync(All())).ShouldBe(["2:0 Applied 1->7", "2:1 Applied ->5", "3:0 Applied 7->8", "3:1 Superseded"]);
        (await PreviewAsync(All(), limit: 2)).ShouldBe(["2:0 Applied 1->7", "2:1 Applied ->5"]);
        (await Core.Store.HeadOfAsync(Office, default)).Position.ShouldBe(4);
        var counts = (await ReplayAsync(All())).Counts;
        (counts.Applied, counts.Superseded).ShouldBe((3, 1));
    }

    [Fact]
    public async Task List_InPages_GivesEveryBatchOnce()
    {
        foreach (var office in new[] { "5101", "5203" })
        {
            var batch = BatchExamples.With(1, BatchExamples.Producer, office, [Early(VoterExamples.New(1, office))]);
            await Core.PushAsync(batch, TestCore.Operator(office));
        }

        await PushEarlyAsync(Core, batches: 3, each: 2);

        var (found, token) = (new List<string>(), "");
        do
        {
            var page = (await Core.Get<FailedListHandler>().ListAsync(
                Administrator(), new ListFailedBatchesRequest { Filter = All("P52"), PageSize = 2, PageToken = token }, default)).Value;
            found.AddRange(page.Batches.Select(b => $"{b.Batch.OfficeCode}:{b.Batch.Position} {b.States.Single().Changes} {b.Codes.Single().Code} {b.SourceName}"));
            token = page.NextPageToken;
        }
        while (token.Length > 0);

        found.ShouldBe([
            "5201:1 2 DATE_IN_FUTURE contoh.csv", "5201:2 2 DATE_IN_FUTURE contoh.csv", "5201:3 2 DATE_IN_FUTURE contoh.csv", "5203:1 1 DATE_IN_FUTURE contoh.csv"]);
    }

    [Fact]
    public async Task Count_ByCodeStateAndTime_CountsThatOnly()
    {
        await PushAsync(EarlyVoter(1), VoterExamples.Remove(VoterExamples.NikOf(5), RemovalGround.Deceased));
        var between = Core.Time.GetUtcNow().AddHours(1);
        Core.Time.Advance(TimeSpan.FromHours(2));
        await PushAsync(EarlyVoter(2));

        var late = All();
        late.SinceTime = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(between);
        var early = All();
        early.UntilTime = late.SinceTime;
        var removed = All();
        removed.Code = "VOTER_NOT_REGISTERED";
        var discarded = All();
        discarded.State = FailedState.Discarded;
        (await CountAsync(All()), await CountAsync(late), await CountAsync(early), await CountAsync(removed), await CountAsync(discarded), await CountAsync(All("RI")))
            .ShouldBe((3, 1, 2, 1, 0, 3));
    }

    [Theory]
    [InlineData("filter.range", "XX")]
    [InlineData("filter.batches", "P51")]
    public async Task Begin_MalformedFilter_NamesTheField(string field, string range)
    {
        await PushAsync(EarlyVoter(1));
        var filter = Named(1);
        filter.Range = range;
        var error = (await BeginAsync(filter, confirmed: 0)).Error!;
        (error.Reason, error.Metadata["field"]).ShouldBe((ErrorReason.RequestInvalid, field));
    }

    [Fact]
    public async Task Begin_WithoutReasonOrWithANumberInIt_IsRefused()
    {
        await PushAsync(EarlyVoter(1));
        foreach (var reason in new[] { "", "NIK " + VoterExamples.NikOf(1) })
        {
            var request = new ReplayRequest { Filter = All(), Reason = reason, RequestId = Request, ConfirmedChanges = 1 };
            (await Jobs.ReplayAsync(Administrator(), request, default)).Error!.Metadata["field"].ShouldBe("reason");
        }
    }

    private Task<TestCore> OpenWithSmallPagesAsync() => TestCore.OpenAsync(Folder.File("pages.db"), new SyncLimits { ReplayPageChangesMax = 2 });

    // Pushed today, valid by now.
    private static async Task PushEarlyAsync(TestCore core, int batches, int each)
    {
        for (var sequence = 1; sequence <= batches; sequence++)
            await core.PushAsync(BatchExamples.Of(sequence, Enumerable.Range(0, each).Select(i => EarlyVoter((sequence * each) + i))));
        core.Time.Advance(TimeSpan.FromDays(1));
    }

    private static async Task<FailedJob> BeginAsync(TestCore core)
    {
        var filter = All();
        var count = (await core.Get<FailedListHandler>().CountAsync(Administrator(), new CountFailedChangesRequest { Filter = filter }, default)).Value.Changes;
        var request = new ReplayRequest { Filter = filter, Reason = "coba lagi", RequestId = Guid.NewGuid().ToString("D"), ConfirmedChanges = count };
        return (await core.Get<FailedJobHandler>().ReplayAsync(Administrator(), request, default)).Value;
    }
}
