using KpuSync.Core.Access;
using KpuSync.Core.Duplicates;
using KpuSync.Core.Ledger;
using KpuSync.Core.Register;
using KpuSync.Core.Store;
using KpuSync.Rules.Values;
using KpuSync.TestKit;
using KpuSync.TestKit.Changes;
using KpuSync.TestKit.Stores;

namespace KpuSync.Core.Tests.Parties;

/// <summary>A process that dies while it releases what waited for a party: the next one finishes, and releases nothing twice.</summary>
public sealed class PartyHoldCrashTests : IDisposable
{
    private static readonly OfficeCode Office = OfficeCode.Parse("5201");
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(CrashPoint.Begin)]
    [InlineData(CrashPoint.Append)]
    [InlineData(CrashPoint.Save)]
    [InlineData(CrashPoint.BeforeCommit)]
    [InlineData(CrashPoint.AfterCommit)]
    public async Task Release_CrashAnywhere_IsFinishedByTheNextScan(CrashPoint point)
    {
        FaultyStore faults = null!;
        await using var core = await TestCore.OpenAsync(_folder.File("kpusync.db"), around: store => faults = new FaultyStore(store));
        await core.PushAsync(BatchExamples.Of(1, PartyExamples.Member(1), PartyExamples.Member(2)));
        await core.Get<Scanner>().CatchUpAsync(default);
        var centre = new Caller("admin-RI", Role.Administrator, OfficeCode.Centre);
        await core.PushAsync(BatchExamples.With(1, BatchExamples.Producer, "RI", [PartyExamples.Profile()]), centre);

        faults.Next = point;
        await Should.ThrowAsync<StoreUnavailableException>(() => core.Get<Scanner>().CatchUpAsync(default));
        await core.Get<Scanner>().CatchUpAsync(default);

        var states = new List<PendingState>();
        await foreach (var pending in core.Store.PendingOfAsync(Office, default))
            states.Add(pending.State);
        states.ShouldBe([PendingState.Released, PendingState.Released]);
        (await core.Store.HeadOfAsync(Office, default)).Position.ShouldBe(2);
        (await core.Get<ChainVerifier>().VerifyAsync(Office, default)).Faults.ShouldBeEmpty();
        (await core.Get<RebuildHandler>().CheckAsync(Office, default)).Differences.ShouldBeEmpty();
    }
}
