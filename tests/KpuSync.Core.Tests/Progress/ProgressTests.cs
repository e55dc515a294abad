using KpuSync.Contracts.V1;
using KpuSync.Core.Ledger;
using KpuSync.Core.Progress;
using KpuSync.Core.Push;
using KpuSync.Rules.Values;

using KpuSync.TestKit.Changes;
using static KpuSync.TestKit.Changes.ProgressExamples;

namespace KpuSync.Core.Tests.Progress;

/// <summary>Monthly reports and plans: pushed like voters, measured, corrected, and readable as they were.</summary>
public class ProgressTests : OfficesTests
{
    [Fact]
    public async Task Push_AMonth_IsReportedAndTheRestIsNot()
    {
        await PushAsync("5201", Plan(2026), Report("2026-10", 700_000_000));

        var progress = await ProgressAsync("P52", "2026-10");
        progress.Offices.Count.ShouldBe(10);
        progress.Offices.Where(o => o.Report is not null).ShouldHaveSingleItem().OfficeCode.ShouldBe("5201");
        var standing = progress.Offices[0].Standing;
        (standing.RealisedBasisPoints, standing.Planned, standing.UnderPlan).ShouldBe((7_000, 800_000_000, true));
        await ShouldBeSoundAsync("5201");
    }

    [Fact]
    public async Task Push_TheSameMonthAgain_IsUnchangedAndAnotherIsACorrection()
    {
        await PushAsync("5201", Report("2026-10", 700_000_000));
        (await PushAsync("5201", Report("2026-10", 700_000_000))).Counts.Unchanged.ShouldBe(1);
        await PushAsync("5201", Report("2026-10", 710_000_000));

        var versions = (await Core.Get<ReportVersionsHandler>().HandleAsync(
            Centre, new ListReportVersionsRequest { OfficeCode = "5201", Month = "2026-10" }, default)).Value.Versions;
        versions.Select(v => v.Report.Budget.Realised).ShouldBe([710_000_000, 700_000_000]);
        versions.Select(v => v.Revision.Position).ShouldBe([3, 1]);
        (await ProgressAsync("5201", "2026-10")).Offices.ShouldHaveSingleItem().Corrections.ShouldBe(1);
        await ShouldBeSoundAsync("5201");
    }

    [Fact]
    public async Task Push_TwoVersionsInOneBatch_KeepsBoth()
    {
        await PushAsync("5201", Report("2026-10", 1), Report("2026-10", 2));
        var progress = (await ProgressAsync("5201", "2026-10")).Offices[0];
        (progress.Report.Budget.Realised, progress.Corrections, progress.Revision.Index).ShouldBe((2, 1, 1));
        await ShouldBeSoundAsync("5201");
    }

    [Fact]
    public async Task Push_RealisedFalls_IsAppliedWithAWarningThatHasBothFigures()
    {
        await PushAsync("5201", Report("2026-08", 500));
        var receipt = await PushAsync("5201", Report("2026-10", 400));

        receipt.Counts.Applied.ShouldBe(1);
        var warning = receipt.Outcomes.ShouldHaveSingleItem().Violations.ShouldHaveSingleItem();
        warning.Code.ShouldBe("PROGRESS_REALISED_FELL");
        warning.Parameters.Select(p => $"{p.Name}={p.Value}").ShouldBe(["month=2026-08", "before=500", "realised=400"]);
    }

    [Fact]
    public async Task Push_RevisionGoesBack_IsRejected()
    {
        await PushAsync("5201", Report("2026-08", 500, revision: 2));
        (await OutcomeOfAsync("5201", Report("2026-10", 600, revision: 1))).ShouldBe("Rejected PROGRESS_REVISION_WENT_BACK");
        (await ProgressAsync("5201", "2026-10")).Offices[0].Report.ShouldBeNull();
        await ShouldBeSoundAsync("5201");
    }

    [Fact]
    public async Task Push_AnEarlierMonthWithMore_IsWarnedOfOrRejectedToo()
    {
        await PushAsync("5201", Report("2026-10", 500, revision: 1));
        (await OutcomeOfAsync("5201", Report("2026-08", 600, revision: 1))).ShouldBe("Applied PROGRESS_REALISED_OVER_LATER");
        (await OutcomeOfAsync("5201", Report("2026-09", 400, revision: 2))).ShouldBe("Rejected PROGRESS_REVISION_WENT_BACK");
    }

    [Fact]
    public async Task Validate_AMonth_IsComparedWithWhatWasReported()
    {
        await PushAsync("5201", Report("2026-08", 500, revision: 2));
        var dry = await Core.Get<ValidateHandler>().HandleAsync(
            Operator(), BatchExamples.Of(9, Report("2026-08", 500, revision: 2), Report("2026-09", 600, revision: 1)), default);
        (dry.Value.Counts.Unchanged, dry.Value.Counts.Rejected).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Rebuild_WithReports_WritesEveryVersionAnew()
    {
        await PushAsync("5201", Plan(2026), Report("2026-10", 1));
        await PushAsync("5201", Report("2026-10", 2));
        await Core.Get<RebuildHandler>().WriteAsync(OfficeCode.Parse("5201"), default);
        (await ProgressAsync("5201", "2026-10")).Offices[0].Corrections.ShouldBe(1);
        await ShouldBeSoundAsync("5201");
    }

    // Many offices send at once: batches of one group see each other's reports.
    [Fact]
    public async Task Push_OneMonthInSeveralBatchesAtOnce_CountsItsVersions()
    {
        var batches = Enumerable.Range(1, 5).Select(n => BatchExamples.Of(n, Report("2026-10", n)));
        (await Core.PushAllAsync(batches)).ShouldAllBe(a => a.IsOk);
        (await ProgressAsync("5201", "2026-10")).Offices[0].Corrections.ShouldBe(4);
        await ShouldBeSoundAsync("5201");
    }

    [Fact]
    public async Task Push_JanuaryAfterDecember_BeginsAnew()
    {
        await PushAsync("5201", Report("2025-12", 500, revision: 4));
        (await OutcomeOfAsync("5201", Report("2026-01", 10, revision: 0))).ShouldBe("Applied");
    }

    [Fact]
    public async Task Push_IfRevisionIsNotCurrent_IsAConflict()
    {
        await PushAsync("5201", Report("2026-10", 1));
        var late = Report("2026-10", 2);
        late.IfRevision = new Revision { Position = 9 };
        (await OutcomeOfAsync("5201", late)).ShouldBe("Conflict REVISION_NOT_CURRENT");
    }

    // An all-or-nothing batch that fails leaves nothing of its report behind.
    [Fact]
    public async Task Push_FailedBatch_TakesTheReportBack()
    {
        var batch = BatchExamples.With(1, BatchExamples.Producer, "5201", [Report("2026-10", 1), Report("2026-13", 1)]);
        batch.Mode = BatchMode.AllOrNothing;
        (await Core.PushAsync(batch)).Value.Receipt.Counts.NotApplied.ShouldBe(1);
        (await ProgressAsync("5201", "2026-10")).Offices[0].Report.ShouldBeNull();
        await ShouldBeSoundAsync("5201");
    }

    [Fact]
    public async Task Get_VotersAndOver100_AreComputedFromTheRegister()
    {
        var verified = VoterExamples.Upsert(VoterExamples.Record(2, birthDate: "1920-01-05"));
        verified.VoterUpsert.Verification = new Verification { Method = VerificationMethod.DoorToDoor, Officer = "PETUGAS", Date = "2026-11-20", Document = "BA-1" };
        var young = VoterExamples.Upsert(VoterExamples.Record(4, birthDate: "1990-01-05"));
        young.VoterUpsert.Verification = verified.VoterUpsert.Verification.Clone();
        await PushAsync("5201", VoterExamples.New(1), verified, young, VoterExamples.Upsert(VoterExamples.Record(3, birthDate: "1921-01-05")));

        var office = (await ProgressAsync("5201", "2026-11")).Offices[0];
        (office.Voters.Total.Male + office.Voters.Total.Female).ShouldBe(3);
        (office.Over100Verified, office.Over100Held).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Get_TheMonthBefore_IsTheLatestThatWasReported()
    {
        await PushAsync("5201", Report("2026-03", 1), Report("2026-07", 2), Report("2026-10", 3), Report("2026-11", 4));
        (await ProgressAsync("5201", "2026-10")).Offices[0].Previous.Month.ShouldBe("2026-07");
    }

    [Theory]
    [InlineData("P51", "2026-10", ErrorReason.RangeNotGranted)]
    [InlineData("52", "2026-10", ErrorReason.RequestInvalid)]
    [InlineData("P52", "2026-Q3", ErrorReason.RequestInvalid)]
    public async Task Get_WhatMayNotOrCannotBe_IsRefused(string range, string month, ErrorReason reason) =>
        (await Core.Get<ProgressHandler>().HandleAsync(Province, new GetProgressRequest { Range = range, Month = month }, default)).Error!.Reason.ShouldBe(reason);

    private async Task<GetProgressResponse> ProgressAsync(string range, string month) =>
        (await Core.Get<ProgressHandler>().HandleAsync(Centre, new GetProgressRequest { Range = range, Month = month }, default)).Value;
}
