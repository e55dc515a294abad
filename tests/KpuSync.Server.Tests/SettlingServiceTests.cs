using Grpc.Core;
using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Duplicates;
using KpuSync.Storage.Access;
using KpuSync.TestKit.Changes;
using KpuSync.TestKit.Servers;
using Microsoft.Extensions.DependencyInjection;

namespace KpuSync.Server.Tests;

/// <summary>HoldService and DuplicateService over gRPC: statuses, texts, and the trail that they leave.</summary>
public sealed class SettlingServiceTests : IAsyncLifetime
{
    private TestServer _server = null!;
    private HoldService.HoldServiceClient _holds = null!;
    private DuplicateService.DuplicateServiceClient _duplicates = null!;

    public async Task InitializeAsync()
    {
        _server = await TestServer.StartAsync();
        _holds = new HoldService.HoldServiceClient(_server.InvokerFor(await _server.IssueTokenAsync("5201")));
        _duplicates = new DuplicateService.DuplicateServiceClient(_server.InvokerFor(await _server.IssueTokenAsync("P52", Role.Administrator)));
        await PushAsync("5201", VoterExamples.Upsert(VoterExamples.Record(1, birthDate: "1924-05-05")), VoterExamples.New(2));
        var elsewhere = VoterExamples.Record(2, "5202");
        elsewhere.Nik = VoterExamples.NikOf(2);
        await PushAsync("5202", VoterExamples.Upsert(elsewhere));
        await _server.Services.GetRequiredService<Scanner>().CatchUpAsync(default);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Holds_ListAndVerify_AnswerInTheCallersLanguageAndLeaveATrail()
    {
        var english = new Metadata { { "accept-language", "en" } };
        var hold = (await _holds.ListHoldsAsync(new ListHoldsRequest { OfficeCode = "5201" }, english)).Holds.ShouldHaveSingleItem();
        hold.Text.ShouldStartWith("A voter over 100");

        var verified = await _holds.VerifyHoldAsync(new VerifyHoldRequest { OfficeCode = "5201", Held = hold.Held, Verification = VoterExamples.Verified() });
        verified.Settled.Changes.Single().Outcome.Status.ShouldBe(OutcomeStatus.Applied);
        (await TrailAsync("5201")).ShouldBe(["ListHolds", "VerifyHold"]);
    }

    [Fact]
    public async Task Holds_Refusals_HaveTheStatusThatTheContractNames()
    {
        await RefusedAsync(
            () => _holds.VerifyHoldAsync(new VerifyHoldRequest { OfficeCode = "5201", Held = new EntryRef { Position = 9 }, Verification = VoterExamples.Verified() }).ResponseAsync,
            StatusCode.NotFound, "HOLD_NOT_FOUND");
        await RefusedAsync(
            () => _holds.VerifyHoldAsync(new VerifyHoldRequest { OfficeCode = "5201", Held = new EntryRef { Position = 1 } }).ResponseAsync,
            StatusCode.InvalidArgument, "VERIFICATION_INVALID");
        await RefusedAsync(
            () => _holds.RejectHoldAsync(new RejectHoldRequest { OfficeCode = "5202", Held = new EntryRef { Position = 1 }, Reason = "x" }).ResponseAsync,
            StatusCode.PermissionDenied, "OFFICE_NOT_GRANTED");
        await RefusedAsync(
            () => _holds.AnswerClaimAsync(new AnswerClaimRequest { OfficeCode = "5201", ClaimId = "5202-1-0" }).ResponseAsync, StatusCode.NotFound, "CLAIM_NOT_FOUND");
    }

    [Fact]
    public async Task Duplicates_DecidedOnce_AnswerTheSecondWithTheState()
    {
        var found = (await _duplicates.ListCasesAsync(new ListCasesRequest { Range = "P52" })).Cases.ShouldHaveSingleItem();
        found.Reasons.Single().Text.ShouldBe("NIK sama");
        var request = new DecideCaseRequest { CaseId = found.CaseId, Version = found.Version, Keep = new KeptSide { OfficeCode = "5201" }, Reason = "verifikasi bersama" };
        (await _duplicates.DecideCaseAsync(request)).Case.State.ShouldBe(CaseState.Decided);

        var lost = await RefusedAsync(() => _duplicates.DecideCaseAsync(request).ResponseAsync, StatusCode.Aborted, "CASE_CHANGED");
        lost.Info().Metadata["state"].ShouldBe("DECIDED");
        await RefusedAsync(() => _duplicates.GetCaseAsync(new GetCaseRequest { CaseId = 99 }).ResponseAsync, StatusCode.NotFound, "CASE_NOT_FOUND");
        (await TrailAsync("P52")).ShouldBe(["ListCases", "DecideCase", "DecideCase", "GetCase"]);
    }

    private static async Task<RpcException> RefusedAsync(Func<Task> call, StatusCode status, string reason)
    {
        var refusal = await Should.ThrowAsync<RpcException>(call);
        (refusal.StatusCode, refusal.Reason()).ShouldBe((status, reason));
        refusal.Text().Message.ShouldNotContain("{");
        return refusal;
    }

    private async Task PushAsync(string office, params Change[] changes) =>
        await _server.ClientFor(await _server.IssueTokenAsync(office))
            .PushBatchAsync(new PushBatchRequest { Batch = BatchExamples.With(1, BatchExamples.Producer, office, changes) });

    private async Task<IEnumerable<string>> TrailAsync(string office) =>
        (await _server.Services.GetRequiredService<AccessTrailStore>().ListAsync(office, 100, default)).OrderBy(r => r.Id).Select(r => r.Call);
}
