using System.Text.Json;
using KpuSync.Cli.Commands;
using KpuSync.Cli.Output;
using KpuSync.Client;
using KpuSync.Contracts.V1;

namespace KpuSync.Cli.Tests.Commands;

/// <summary>What <c>kpusync failed</c> prints.</summary>
public class FailedViewTests
{
    private const string Nik = "5208011201870001";

    private static readonly FailedBatchRef Place = new() { OfficeCode = "5208", Position = 17 };

    private static readonly FailedBatch Batch = new()
    {
        Batch = Place,
        SourceName = "pemilih.csv",
        Sequence = 4,
        Mode = BatchMode.AllOrNothing,
        States = { new FailedStateCount { State = FailedState.Parked, Changes = 1_200 }, new FailedStateCount { State = FailedState.Discarded, Changes = 3 } },
        Codes = { new FailedCodeCount { Code = "VILLAGE_UNKNOWN", Changes = 1_200 } },
        Attempts = 2,
    };

    private static readonly FailedJob Job = new()
    {
        JobId = "5f0c1f9e-6c0e-4f7e-8f67-2d0d3a1c9b44",
        Action = FailedAction.Replay,
        State = FailedJobState.Done,
        Filter = new FailedFilter { Range = "5208" },
        Reason = "desa sudah terdaftar",
        ChangesTotal = 3,
        ChangesDone = 3,
        Counts = new OutcomeCounts { Applied = 2, Rejected = 1 },
        ChangesQuarantined = 1,
    };

    [Fact]
    public void List_InBothLanguages_CountsByStateAndRule()
    {
        using var indonesian = new Printed(Language.Indonesian);
        using var english = new Printed();
        var list = new ListFailedBatchesResponse { Batches = { Batch }, NextPageToken = "abc" };
        FailedView.PrintList(indonesian.Context, list).ShouldBe(ExitCode.Ok);
        FailedView.PrintList(english.Context, list);

        indonesian.Out.ShouldContain("terparkir 1.200, dibuang 3");
        english.Out.ShouldContain("parked 1,200, discarded 3");
        english.Out.ShouldContain("VILLAGE_UNKNOWN 1,200");
        english.Out.ShouldContain("--page abc");
    }

    [Fact]
    public void Show_AParkedChange_SaysWhyInTheWordsOfTheServerAndMasksTheNumber()
    {
        using var printed = new Printed();
        FailedView.PrintOne(printed.Context, new GetFailedBatchResponse { Batch = Batch, Changes = { Parked() } });

        printed.Out.ShouldContain("The village is not in the catalogue. [VILLAGE_UNKNOWN]");
        printed.Out.ShouldContain("INAQ SENIM, 5208********0001");
        printed.Out.ShouldContain("decided as a whole");
        printed.Out.ShouldContain("attempts: 2");
        printed.Out.ShouldNotContain(Nik);
    }

    // A number that was refused as malformed is still somebody's.
    [Theory]
    [InlineData("520801120187001", "5208***********")]
    [InlineData("5208********0001", "5208********0001")]
    [InlineData("", "")]
    public void Masked_WhatIsNoNik_ShowsItsBeginningOnly(string number, string shown) => ChangeNames.Masked(number).ShouldBe(shown);

    [Fact]
    public void Preview_SaysWhatWouldBeDifferentFieldByField()
    {
        using var printed = new Printed();
        var view = new FailedPreviewView(printed.Context);
        view.Take(Preview());

        view.Finish().ShouldBe(ExitCode.Ok);
        printed.Out.ShouldContain("5208:17 2  INAQ SENIM, 5208********0001  VILLAGE_UNKNOWN -> applied");
        printed.Out.ShouldContain("Name: (nothing) -> INAQ SENIM");
        printed.Out.ShouldContain("NKK: 5208********0009 -> 5208********0001");
        printed.Out.ShouldContain("5 changes match, 1 previewed: applied 1");
    }

    [Fact]
    public void Preview_Json_HasTheSameAndNoNumberInFull()
    {
        using var printed = new Printed(json: true);
        var view = new FailedPreviewView(printed.Context);
        view.Take(Preview());
        view.Finish();

        printed.Out.ShouldNotContain(Nik);
        var change = JsonDocument.Parse(printed.Out).RootElement.GetProperty("changes")[0];
        change.GetProperty("status").GetString().ShouldBe("APPLIED");
        change.GetProperty("differences")[0].GetProperty("after").GetString().ShouldBe("INAQ SENIM");
    }

    [Fact]
    public void Job_WithSomethingRejected_EndsWithThree()
    {
        using var printed = new Printed(Language.Indonesian);
        FailedJobView.PrintEnded(printed.Context, Job).ShouldBe(ExitCode.SomeNotApplied);
        printed.Out.ShouldContain("putuskan lagi, selesai");
        printed.Out.ShouldContain("3 dari 3");
        printed.Out.ShouldContain("diterapkan 2, ditolak 1");
        printed.Out.ShouldContain("desa sudah terdaftar");
    }

    [Theory]
    [InlineData(true, "goes on at the server.")]
    [InlineData(false, "goes on at the server if it had begun.")]
    public void Left_ByCtrlC_SaysThatItGoesOnAndHowToWatchOrStopIt(bool began, string said)
    {
        using var printed = new Printed();
        FailedJobView.PrintLeft(printed.Context, Job.JobId, began, null).ShouldBe(ExitCode.Cancelled);
        printed.Error.ShouldContain(said);
        printed.Error.ShouldContain($"kpusync failed watch {Job.JobId}");
        printed.Error.ShouldContain($"kpusync failed stop {Job.JobId}");
    }

    [Fact]
    public async Task Following_EndedByCtrlCOnceTheJobWasSeen_ShowsHowFarItWasAndLeavesIt()
    {
        using var printed = new Printed();
        var exitCode = await FailedFollowing.RunAsync(printed.Context, Job.JobId, began: false, progress =>
        {
            progress.Report(new SyncProgress(SyncPhase.Replaying, 1, 4));
            return Task.FromCanceled<FailedJob>(new CancellationToken(canceled: true));
        });
        exitCode.ShouldBe(ExitCode.Cancelled);
        printed.Error.ShouldStartWith("replaying 1/4\n");
        printed.Error.ShouldContain($"Job {Job.JobId} goes on at the server.");
    }

    [Fact]
    public void Jobs_Json_AreAList()
    {
        using var printed = new Printed(json: true);
        FailedJobView.PrintList(printed.Context, [Job]);
        var job = JsonDocument.Parse(printed.Out).RootElement[0];
        job.GetProperty("state").GetString().ShouldBe("DONE");
        job.GetProperty("outcomes").GetProperty("applied").GetInt64().ShouldBe(2);
    }

    private static FailedChange Parked() => new()
    {
        Index = 2,
        State = FailedState.Parked,
        Code = "VILLAGE_UNKNOWN",
        Violations = { new Violation { Code = "VILLAGE_UNKNOWN" } },
        Texts = { "The village is not in the catalogue." },
        Attempts = 2,
        Change = Upsert(),
    };

    private static PreviewReplayResponse Preview() => new()
    {
        ChangesTotal = 5,
        Changes =
        {
            new PreviewedChange
            {
                Batch = Place,
                Index = 2,
                Code = "VILLAGE_UNKNOWN",
                Status = OutcomeStatus.Applied,
                Differences =
                {
                    new FieldDifference { Field = "name", After = "INAQ SENIM" },
                    new FieldDifference { Field = "nkk", Before = "5208010101010009", After = Nik },
                },
                Change = Upsert(),
            },
        },
    };

    private static Change Upsert() => new() { VoterUpsert = new VoterUpsert { Voter = new VoterRecord { Nik = Nik, Name = "INAQ SENIM" } } };
}
