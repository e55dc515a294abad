using KpuSync.Contracts.V1;
using KpuSync.Core.Ledger;
using KpuSync.Core.Parties;
using KpuSync.Core.Register;
using KpuSync.Rules.Values;
using KpuSync.TestKit;
using KpuSync.TestKit.Changes;
using KpuSync.TestKit.Stores;

namespace KpuSync.Storage.Tests;

/// <summary>What every database must do with pushed batches; one subclass per database.</summary>
public abstract class LedgerContract : IAsyncLifetime
{
    private static readonly OfficeCode Office = OfficeCode.Parse("5201");

    protected TempFolder Folder { get; } = new();

    protected TestCore Core { get; private set; } = null!;

    protected abstract Task<TestCore> OpenAsync();

    public async Task InitializeAsync() => Core = await OpenAsync();

    public async Task DisposeAsync()
    {
        await Core.DisposeAsync();
        Folder.Dispose();
    }

    [Fact]
    public async Task Push_FirstBatch_IsInTheLedgerWithItsReceipt()
    {
        var receipt = (await Core.PushAsync(BatchExamples.Of(1, VoterExamples.New(1), VoterExamples.New(2)))).Value.Receipt;

        receipt.Position.ShouldBe(1);
        receipt.Counts.ShouldBe(new OutcomeCounts { Applied = 2 });
        (await Core.Store.HeadOfAsync(Office, default)).ChainHash.ShouldBe(receipt.ChainHash.ToByteArray());
        (await RegisteredAsync()).ShouldBe([VoterExamples.NikOf(1), VoterExamples.NikOf(2)]);
    }

    [Fact]
    public async Task Push_SameBatchAgain_GivesTheSameReceiptAndWritesNothing()
    {
        var batch = BatchExamples.Of(1, VoterExamples.New(1));
        var first = (await Core.PushAsync(batch)).Value;

        var again = (await Core.PushAsync(batch.Clone())).Value;

        again.Receipt.ShouldBe(first.Receipt);
        (first.Repeated, again.Repeated).ShouldBe((false, true));
        (await Core.Store.HeadOfAsync(Office, default)).Position.ShouldBe(1);
    }

    [Fact]
    public async Task Push_SameSequenceOtherBatchId_IsAFork()
    {
        await Core.PushAsync(BatchExamples.Of(1, VoterExamples.New(1)));
        var other = BatchExamples.Of(1, VoterExamples.New(1));
        other.BatchId = BatchExamples.IdOf(BatchExamples.Producer, 99);

        (await Core.PushAsync(other)).Error!.Reason.ShouldBe(ErrorReason.Forked);
    }

    [Fact]
    public async Task Push_SameBatchIdOtherContent_IsRefused()
    {
        await Core.PushAsync(BatchExamples.Of(1, VoterExamples.New(1)));

        (await Core.PushAsync(BatchExamples.Of(1, VoterExamples.New(2)))).Error!.Reason.ShouldBe(ErrorReason.BatchIdReused);
        var next = BatchExamples.Of(2, VoterExamples.New(2));
        next.BatchId = BatchExamples.IdOf(BatchExamples.Producer, 1);
        (await Core.PushAsync(next)).Error!.Reason.ShouldBe(ErrorReason.BatchIdReused);
    }

    [Fact]
    public async Task ItemHolds_OfOneParty_AreFoundByOfficeAndInOrder()
    {
        var office = OfficeCode.Parse("5202");
        await Core.PushAsync(BatchExamples.Of(1, VoterExamples.Upsert(VoterExamples.Record(9, birthDate: "1924-05-05")), PartyExamples.Member(1, party: 8)));
        await Core.PushAsync(BatchExamples.With(1, BatchExamples.Producer, "5202", [PartyExamples.Member(2, office: "5202"), PartyExamples.Member(1, office: "5202")]));
        await Core.PushAsync(BatchExamples.With(2, BatchExamples.Producer, "5202", [PartyExamples.Member(3, party: 8, office: "5202"), PartyExamples.RemoveMember(2)]));

        (await Core.Store.OfficesHoldingAsync("06/", default)).ShouldBe([office]);
        (await Core.Store.OfficesHoldingAsync("08/", default)).ShouldBe([Office, office]);
        (await Core.Store.ItemHoldsOfAsync(office, "06/", 10, default)).Select(p => (p.Position, p.Index)).ShouldBe([(1, 0), (1, 1), (2, 1)]);
        (await Core.Store.ItemHoldsOfAsync(office, "06/", 2, default)).Count.ShouldBe(2);
        (await Core.Store.ItemHoldsOfAsync(Office, "06/", 10, default)).ShouldBeEmpty();

        // With the item come its own holds, those of both changes, and nobody else's.
        var view = new OfficeView(office);
        var item = PartyKeys.OfMember(PartyExamples.Party, PartyExamples.CardOf(2));
        await Core.Store.LoadItemsAsync(view, [item], default);
        view.OpenHolds(item).Select(p => (p.Position, p.Index)).ShouldBe([(1, 0), (2, 1)]);
    }

    [Fact]
    public async Task Push_SequenceGap_SaysWhatIsExpected()
    {
        await Core.PushAsync(BatchExamples.Of(1, VoterExamples.New(1)));

        var error = (await Core.PushAsync(BatchExamples.Of(3, VoterExamples.New(3)))).Error!;

        error.Reason.ShouldBe(ErrorReason.SequenceGap);
        error.Metadata["expected"].ShouldBe("2");
        (await Core.Store.HeadOfAsync(Office, default)).Position.ShouldBe(1);
    }

    [Fact]
    public async Task AcknowledgedFrom_SomeSequenceNumbers_GivesThoseInTheirOrder()
    {
        await Core.PushAllAsync(Enumerable.Range(1, 12).Select(n => BatchExamples.Of(n, VoterExamples.New(n))));
        await Core.PushAsync(BatchExamples.With(1, "0b8f2c1e-1111-4222-8333-000000000002", "5201", [VoterExamples.New(100)]));

        async Task<IEnumerable<long>> FromAsync(long from, int count) =>
            (await Core.Store.AcknowledgedFromAsync(Office, BatchExamples.Producer, from, count, default)).Select(batch => batch.Sequence);

        (await FromAsync(9, 3)).ShouldBe([9, 10, 11]);
        (await FromAsync(11, 100)).ShouldBe([11, 12]);
        (await FromAsync(13, 16)).ShouldBeEmpty();
        (await FromAsync(long.MaxValue, 16)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Push_NothingApplies_StillConsumesItsNumber()
    {
        var receipt = (await Core.PushAsync(BatchExamples.Of(1, VoterExamples.Remove(VoterExamples.NikOf(1))))).Value.Receipt;

        receipt.Counts.Rejected.ShouldBe(1);
        receipt.Outcomes[0].Violations[0].Code.ShouldBe("VOTER_NOT_REGISTERED");
        (await Core.PushAsync(BatchExamples.Of(2, VoterExamples.New(1)))).Value.Receipt.Position.ShouldBe(2);
    }

    [Fact]
    public async Task Push_ManyAtOnce_EachIsWrittenOnceInOrder()
    {
        // Goal: group commit keeps every producer's order. Method: two producers and a second office submit without waiting, with repeats between.
        const string other = "0b8f2c1e-1111-4222-8333-000000000002";
        var batches = Enumerable.Range(1, 20).SelectMany(sequence => new[]
        {
            BatchExamples.Of(sequence, VoterExamples.New(sequence)),
            BatchExamples.Of(sequence, VoterExamples.New(sequence)),
            BatchExamples.With(sequence, other, "5201", [VoterExamples.New(1000 + sequence)]),
            BatchExamples.With(sequence, other, "5202", [VoterExamples.New(sequence, "5202")]),
        });

        var receipts = (await Core.PushAllAsync(batches)).Select(a => a.Value).ToList();

        receipts.Count(r => r.Repeated).ShouldBe(20);
        (await Core.Store.HeadOfAsync(Office, default)).Position.ShouldBe(40);
        (await Core.Store.HeadOfAsync(OfficeCode.Parse("5202"), default)).Position.ShouldBe(20);
        (await Core.Get<ChainVerifier>().VerifyAsync(Office, default)).Faults.ShouldBeEmpty();
        (await Core.Get<RebuildHandler>().CheckAsync(Office, default)).Differences.ShouldBeEmpty();
    }

    [Fact]
    public async Task Reopen_AfterPushes_GoesOnWhereItWas()
    {
        await Core.PushAsync(BatchExamples.Of(1, VoterExamples.New(1)));
        await Core.DisposeAsync();
        Core = await OpenAsync();

        (await Core.PushAsync(BatchExamples.Of(1, VoterExamples.New(1)))).Value.Repeated.ShouldBeTrue();
        (await Core.PushAsync(BatchExamples.Of(2, VoterExamples.New(2)))).Value.Receipt.Position.ShouldBe(2);
    }

    [Fact]
    public async Task Entries_AfterAPosition_ComeInOrderWithoutGaps()
    {
        for (var sequence = 1; sequence <= 5; sequence++)
            await Core.PushAsync(BatchExamples.Of(sequence, VoterExamples.New(sequence)));

        var entries = await Core.Store.EntriesAfterAsync(Office, 2, 2, default);

        entries.Select(e => e.Position).ShouldBe([3, 4]);
        BatchBlob.Unpack(entries[0].Payload).Parse(0).VoterUpsert.Voter.ShouldBe(VoterExamples.Record(3));
    }

    [Fact]
    public async Task Write_DisposedWithoutCommit_LeavesNothing()
    {
        var entry = await EntryLikeAsync();
        await using (var write = await Core.Store.BeginWriteAsync([Office], default))
        {
            await write.AppendAsync(entry, default);
        }

        (await Core.Store.HeadOfAsync(Office, default)).Position.ShouldBe(0);
        (await Core.Store.EntriesAfterAsync(Office, 0, 10, default)).ShouldBeEmpty();
    }

    protected async Task<IReadOnlyList<string>> RegisteredAsync()
    {
        var niks = new List<string>();
        await foreach (var registration in Core.Store.RegistrationsOfAsync(Office, default))
        {
            if (registration.IsActive)
                niks.Add(registration.Nik.ToFullText());
        }

        return niks;
    }

    private async Task<LedgerEntry> EntryLikeAsync()
    {
        await Core.PushAsync(BatchExamples.With(1, BatchExamples.Producer, "5202", [VoterExamples.New(1, "5202")]));
        return (await Core.Store.EntriesAfterAsync(OfficeCode.Parse("5202"), 0, 1, default))[0] with { Office = Office };
    }
}
