using Google.Protobuf;
using KpuSync.Contracts.V1;
using KpuSync.Core.Duplicates;
using KpuSync.Core.Ledger;
using KpuSync.Core.Recap;
using KpuSync.Core.Replay;
using KpuSync.Core.Settlements;
using KpuSync.Rules.Values;
using KpuSync.Storage.Access;
using KpuSync.Storage.Copying;
using KpuSync.TestKit.Changes;
using KpuSync.TestKit.Stores;
using Microsoft.EntityFrameworkCore;

namespace KpuSync.Storage.Tests.Copying;

/// <summary>What offices have worked with goes on on PostgreSQL where it stopped.</summary>
public sealed class FilledCopyTests(FilledFile filled) : CopyTests, IClassFixture<FilledFile>
{
    private static readonly OfficeCode Office = OfficeCode.Parse("5201");

    [Fact]
    public async Task Copy_ArrivesRowByRowAndIsSound()
    {
        var before = await RowsOfFileAsync();

        var report = await CopyAsync();

        (report.Refusal, report.Faults.Count).ShouldBe((null, 0), string.Join('\n', report.Faults));
        (await RowsOfTargetAsync()).ShouldBe(before);
        report.Tables.ShouldAllBe(table => table.Rows == before.CountOf(table.Name));
        report.Ledgers.Select(l => (l.Office, l.Voters)).ShouldBe([("5171", 1), ("5201", 7), ("5202", 2)]);
        foreach (var office in report.Ledgers.Select(l => OfficeCode.Parse(l.Office)))
        {
            (await Target.Get<ChainVerifier>().VerifyAsync(office, default)).Faults.ShouldBeEmpty();
            (await Target.Get<RebuildHandler>().CheckAsync(office, default)).Differences.ShouldBeEmpty();
            (await Target.Get<TallyCheck>().CheckAsync(office, default)).Differences.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task Copy_FileIsReadOnly_IsByteForByteAsBefore()
    {
        var before = await File.ReadAllBytesAsync(FilePath);

        await CopyAsync();

        (await File.ReadAllBytesAsync(FilePath)).ShouldBe(before);
        File.Exists(FilePath + "-wal").ShouldBeFalse();
    }

    [Fact]
    public async Task Push_AfterTheCopy_GoesOnInSequenceAndRepeatsFirstReceipts()
    {
        await CopyAsync();

        var again = (await Target.PushAsync(filled.First)).Value;
        var next = (await Target.PushAsync(BatchExamples.Of(4, VoterExamples.New(20)))).Value;
        var gap = await Target.PushAsync(BatchExamples.Of(9, VoterExamples.New(21)));

        again.Repeated.ShouldBeTrue();
        again.Receipt.ToByteArray().ShouldBe(filled.FirstReceipt.Receipt.ToByteArray());
        next.Receipt.Counts.ShouldBe(new OutcomeCounts { Applied = 1 });
        gap.Error!.Metadata["expected"].ShouldBe("5");
        (await Target.Get<ChainVerifier>().VerifyAsync(Office, default)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Pull_WithATokenFromBefore_GoesOn()
    {
        await CopyAsync();
        await Target.PushAsync(BatchExamples.Of(4, VoterExamples.New(20)));

        var more = await FilledFile.PullAsync(Target, filled.PullToken);

        more.SelectMany(r => r.Entries).ShouldHaveSingleItem().Batch.Changes[0].VoterUpsert.Voter.ShouldBe(VoterExamples.Record(20));
    }

    [Fact]
    public async Task Scan_AfterTheCopy_LooksOnlyAtWhatIsNewAndNumbersCasesOn()
    {
        await CopyAsync();
        var before = await FilledFile.CasesAsync(Target);
        await Target.PushAsync(BatchExamples.With(2, FilledFile.Producer, "5171", [FilledFile.Registered("5171", 3)]));

        await Target.Get<Scanner>().CatchUpAsync(default);

        var opened = (await FilledFile.CasesAsync(Target)).ExceptBy(before.Select(c => c.CaseId), c => c.CaseId).ShouldHaveSingleItem();
        opened.CaseId.ShouldBe(before.Max(c => c.CaseId) + 1);
    }

    [Fact]
    public async Task HoldAndJob_FromBefore_AreCarriedToTheirEnd()
    {
        await CopyAsync();
        var held = new VerifyHoldRequest { OfficeCode = "5201", Held = new EntryRef { Position = 1, Index = 2 }, Verification = VoterExamples.Verified() };

        (await Target.Get<HoldHandler>().VerifyAsync(TestCore.Operator(), held, default)).IsOk.ShouldBeTrue();
        while (await Target.Get<JobRunner>().StepAsync(default))
        {
        }

        var job = (await Target.Get<FailedJobHandler>().ListAsync(FilledFile.Province, new ListFailedJobsRequest { Range = "P52" }, default)).Value.Jobs.Single();
        (job.State, job.ChangesDone).ShouldBe((FailedJobState.Done, job.ChangesTotal));
        (await Target.Get<RebuildHandler>().CheckAsync(Office, default)).Differences.ShouldBeEmpty();
    }

    [Fact]
    public async Task Trail_AfterTheCopy_IsNumberedOn()
    {
        await CopyAsync();

        (await new AccessTrailStore(Target.Get<IDbContextFactory<KpuSyncDbContext>>()).BeginAsync(FilledFile.TrailRow(filled.Time.GetUtcNow()), default)).ShouldBe(2);
    }

    [Theory]
    [InlineData("ledger_entry")]
    [InlineData("registration")]
    public async Task Copy_CutAfterATable_LeavesNothingAndMayBeRunAgain(string table)
    {
        await Should.ThrowAsync<IOException>(CopyAsync(new CutAfter(table)));
        await TargetShouldBeEmptyAsync();

        (await CopyAsync()).Faults.ShouldBeEmpty();
        (await RowsOfTargetAsync()).ShouldBe(await RowsOfFileAsync());
    }

    [Fact]
    public async Task Copy_Again_IsRefusedAndChangesNothing()
    {
        await CopyAsync();
        await Target.PushAsync(BatchExamples.Of(4, VoterExamples.New(20)));
        var before = await RowsOfTargetAsync();

        (await CopyAsync()).Refusal.ShouldNotBeNull().ShouldContain("is not empty");
        (await RowsOfTargetAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("UPDATE ledger_entry SET actor = 'somebody else' WHERE office = '5201' AND position = 2", "5201  position 2: altered")]
    [InlineData("DELETE FROM ledger_entry WHERE office = '5202' AND position = 1", "5202  position 1: missing")]
    [InlineData("UPDATE recap_tally SET n = n + 1 WHERE office = '5171'", "5171  tallies differ from the register in 1 places")]
    [InlineData("UPDATE credential SET Note = printf('%0201d', 0)", "credential: PostgreSQL does not take a row")]
    public async Task Copy_FileIsNotSound_NamesItAndCommitsNothing(string harm, string fault)
    {
        await ChangeFileAsync(harm);

        (await CopyAsync()).Faults.ShouldContain(text => text.StartsWith(fault, StringComparison.Ordinal));
        await TargetShouldBeEmptyAsync();
    }

    [Fact]
    public async Task Copy_TargetKeepsSomethingElse_SaysWhichTableAndCommitsNothing()
    {
        await Target.ExecuteAsync(
            """
            CREATE FUNCTION other() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN new."Note" = 'other'; RETURN new; END $f$;
            CREATE TRIGGER other BEFORE INSERT ON credential FOR EACH ROW EXECUTE FUNCTION other();
            CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN RETURN NULL; END $f$;
            CREATE TRIGGER nothing BEFORE INSERT ON producer FOR EACH ROW EXECUTE FUNCTION nothing()
            """);

        (await CopyAsync()).Faults.ShouldBe(["credential: its 1 rows came back with other values", "producer: 3 rows were copied, and 0 came back"]);
        await TargetShouldBeEmptyAsync();
    }

    protected override Task MakeFileAsync()
    {
        filled.CopyTo(FilePath);
        return Task.CompletedTask;
    }

    protected override Task<TestCore> OpenTargetAsync() => TestCore.OpenPostgresAsync(TargetPath, FilledFile.Limits, filled.Sealer, filled.Time);

    private sealed class CutAfter(string table) : Silent
    {
        public override void Copied(CopiedTable copied)
        {
            if (copied.Name == table)
                throw new IOException("Cut.");
        }
    }
}
