using KpuSync.Contracts.V1;
using KpuSync.Core.Store;
using KpuSync.TestKit;
using KpuSync.TestKit.Changes;
using KpuSync.TestKit.Stores;

namespace KpuSync.Core.Tests;

public sealed class KnownReceiptsTests : IDisposable
{
    private const string Other = "0b8f2c1e-1111-4222-8333-000000000002";

    private readonly TempFolder _folder = new();
    private readonly List<string> _asked = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Push_StreamSentAgain_IsLookedUpARunAtATime()
    {
        await using var core = await OpenAsync();
        await core.PushAllAsync(Batches(1, 40));
        _asked.Clear();

        var again = await core.PushAllAsync(Batches(1, 42));

        again.Select(answer => answer.Value.Repeated).ShouldBe(Enumerable.Range(1, 42).Select(sequence => sequence <= 40));
        LookUps().ShouldBe(3);
    }

    [Fact]
    public async Task Push_StreamOfNewBatches_IsLookedUpOnce()
    {
        await using var core = await OpenAsync();

        (await core.PushAllAsync(Batches(1, 40))).ShouldAllBe(answer => !answer.Value.Repeated);

        LookUps().ShouldBe(1);
    }

    [Fact]
    public async Task Push_StreamOfTwoProducers_AnswersEachByItsOwn()
    {
        await using var core = await OpenAsync();
        await core.PushAllAsync(Batches(1, 3));

        var answers = await core.PushAllAsync(Batches(1, 4).SelectMany(batch => new[] { batch, OfOther(batch) }));

        answers.Select(answer => answer.Value.Repeated).ShouldBe([true, false, true, false, true, false, false, false]);
    }

    [Fact]
    public async Task Push_StreamThatGoesBack_IsAnsweredAgain()
    {
        await using var core = await OpenAsync();

        var answers = await core.PushAllAsync([.. Batches(1, 2), .. Batches(1, 2)]);

        answers.Select(answer => answer.Value.Repeated).ShouldBe([false, false, true, true]);
        answers[2].Value.Receipt.ShouldBe(answers[0].Value.Receipt);
    }

    [Fact]
    public async Task Push_OtherContentUnderAnAcknowledgedNumber_IsRefusedAmongRepeats()
    {
        await using var core = await OpenAsync();
        await core.PushAllAsync(Batches(1, 3));
        var batches = Batches(1, 3).ToList();
        batches[1].Changes[0] = VoterExamples.New(900);

        var answers = await core.PushAllAsync(batches);

        answers.Select(answer => answer.IsOk).ShouldBe([true, false, true]);
        answers[1].Error!.Reason.ShouldBe(ErrorReason.BatchIdReused);
    }

    private Task<TestCore> OpenAsync() => TestCore.OpenAsync(_folder.File("kpusync.db"), around: store => CallLog<ILedgerStore>.Around(store, _asked));

    private int LookUps() => _asked.Count(call => call.StartsWith(nameof(ILedgerReader.AcknowledgedFromAsync), StringComparison.Ordinal));

    private static IEnumerable<Batch> Batches(int from, int to) => Enumerable.Range(from, to - from + 1).Select(n => BatchExamples.Of(n, VoterExamples.New(n)));

    private static Batch OfOther(Batch batch) => BatchExamples.With(batch.Sequence, Other, "5201", [VoterExamples.New(500 + (int)batch.Sequence)]);
}
