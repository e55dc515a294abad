using KpuSync.Client.Tests.Support;
using KpuSync.Contracts.V1;
using KpuSync.Core.Access;

namespace KpuSync.Client.Tests.Server;

/// <summary>Parked changes as an administrator's computer sees them, over a real server and a line that breaks.</summary>
public sealed class FailedTests : IAsyncLifetime
{
    private static readonly FailedBatchRef Batch = new() { OfficeCode = Voters.Office, Position = 1 };

    private OfficeWorld _world = null!;
    private KpuSyncClient _office = null!;
    private KpuSyncClient _administrator = null!;

    public async Task InitializeAsync()
    {
        _world = await OfficeWorld.StartAsync();
        _office = await _world.InitAsync();
        _administrator = _world.Open("administrator");
        await _administrator.InitAsync(new InitOptions
        {
            Server = new Uri(_world.Server.Address),
            Office = "P52",
            Credential = await _world.Server.IssueTokenAsync("P52", Role.Administrator),
        });
        (await _office.PushAsync(_world.Write(Voters.Row(1, name: ""), Voters.Row(2), Voters.Row(3, name: "")))).Outcomes.Rejected.ShouldBe(2);
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Look_WithoutARange_IsAboutTheInstallationsOwn()
    {
        (await _office.ListFailedBatchesAsync(new ListFailedBatchesRequest())).Batches.ShouldHaveSingleItem().Batch.ShouldBe(Batch);
        (await _administrator.CountFailedChangesAsync(new FailedFilter())).Changes.ShouldBe(2);
        var found = await _office.GetFailedBatchAsync(Batch);
        found.Changes.Select(c => (c.Index, c.State)).ShouldBe([(0, FailedState.Parked), (2, FailedState.Parked)]);
        found.Changes.ShouldAllBe(c => c.Texts.Count == c.Violations.Count && c.Texts[0].Length > 0);
        (await _administrator.ListFailedJobsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Preview_WhatIsStillWrong_SaysSoAndChangesNothing()
    {
        var previewed = new List<PreviewedChange>();
        await foreach (var page in _administrator.PreviewReplayAsync(new PreviewReplayRequest { Filter = Named() }))
            previewed.AddRange(page.Changes);
        previewed.Select(c => c.Status).ShouldBe([OutcomeStatus.Rejected, OutcomeStatus.Rejected]);
        (await _office.GetFailedBatchAsync(Batch)).Changes.ShouldAllBe(c => c.Attempts == 0);
    }

    [Fact]
    public async Task Replay_InVain_CountsAnAttempt()
    {
        var job = await _administrator.ReplayFailedAsync(new ReplayRequest { Filter = Named(), Reason = "coba lagi" });
        (job.State, job.Counts.Rejected, job.ChangesDone).ShouldBe((FailedJobState.Done, 2, 2L));
        (await _office.GetFailedBatchAsync(Batch)).Changes.ShouldAllBe(c => c.Attempts == 1);
    }

    // Nobody knows whether the request came through: the same request again is the same job.
    [Fact]
    public async Task Discard_AnswerLost_IsTheSameJob()
    {
        _world.Line.BreakNextAnswer();
        var job = await _administrator.DiscardFailedAsync(Discard());
        (job.State, job.ChangesDone).ShouldBe((FailedJobState.Done, 2L));
        (await _administrator.ListFailedJobsAsync()).ShouldHaveSingleItem().JobId.ShouldBe(job.JobId);
        _world.Line.Calls.Count(c => c == "Discard").ShouldBe(2);
    }

    // Its progress was seen, so that it is watched by its id from then on.
    [Fact]
    public async Task Discard_LineCutInTheMiddle_IsWatchedToItsEnd()
    {
        var progress = new OnFirst(_world.Line.BreakNextAnswer);
        var job = await _administrator.DiscardFailedAsync(Discard(), progress);
        (job.State, job.ChangesDone).ShouldBe((FailedJobState.Done, 2L));
        _world.Line.Calls.Count(c => c == "Discard").ShouldBe(1);
        _world.Line.Calls.Count(c => c == "WatchFailedJob").ShouldBe(1);
    }

    [Fact]
    public async Task Job_ThatHasEnded_IsWatchedAndStopsNoMore()
    {
        var job = await _administrator.DiscardFailedAsync(Discard());
        (await _administrator.WatchFailedJobAsync(job.JobId)).ShouldBe(job);
        (await _administrator.StopFailedJobAsync(job.JobId)).State.ShouldBe(FailedJobState.Done);
        (await Should.ThrowAsync<SyncException>(() => _administrator.WatchFailedJobAsync(Guid.Empty.ToString()))).Code.ShouldBe("FAILED_JOB_NOT_FOUND");
    }

    [Fact]
    public async Task Discard_Again_SaysWhatBecameOfIt()
    {
        await _administrator.DiscardFailedAsync(Discard());
        var refused = await Should.ThrowAsync<SyncException>(() => _administrator.DiscardFailedAsync(Discard()));
        (refused.Code, refused.Metadata["state"]).ShouldBe(("FAILED_SELECTION_EMPTY", "DISCARDED"));
    }

    [Fact]
    public async Task Replay_ByAnOperator_IsNotAllowed() =>
        await Should.ThrowAsync<NotAllowedException>(() => _office.ReplayFailedAsync(new ReplayRequest { Filter = Named(), Reason = "x" }));

    private static FailedFilter Named() => new() { Batches = { Batch } };

    private static DiscardRequest Discard() => new() { Filter = Named(), Reason = "salah berkas" };

    private sealed class OnFirst(Action act) : IProgress<SyncProgress>
    {
        private Action? _act = act;

        public void Report(SyncProgress value) => Interlocked.Exchange(ref _act, null)?.Invoke();
    }
}
