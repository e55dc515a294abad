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

    [Fact]
    public async Task Subject_GetsEveryRecordEntryAndReader()
    {
        await _duplicates.ListCasesAsync(new ListCasesRequest { Range = "P52" });
        var corrected = VoterExamples.Record(2);
        corrected.Nik = VoterExamples.NikOf(9);
        await PushAsync("5201", 2, VoterExamples.ChangeNik(VoterExamples.NikOf(2), corrected));

        var records = await ReadSubjectAsync("P52", Role.Administrator, corrected.Nik);
        records.Select(r => r.Registration).OfType<SubjectRegistration>().Select(r => (r.OfficeCode, r.Voter.Nik)).ShouldBe([("5202", VoterExamples.NikOf(2)), ("5201", corrected.Nik)]);
        records.Select(r => r.Entry).OfType<SubjectEntry>().Select(e => (e.OfficeCode, e.Change.KindCase)).ShouldBe(
        [
            ("5201", Change.KindOneofCase.VoterUpsert), ("5201", Change.KindOneofCase.VoterNikChange), ("5202", Change.KindOneofCase.VoterUpsert),
        ]);
        records.Select(r => r.Reading).OfType<SubjectReading>().ShouldContain(r => r.Call == "ListCases" && r.Range == "province 52");
        (await TrailAsync("P52")).ShouldContain("ReadSubject");
    }

    [Fact]
    public async Task Subject_WhoseCorrectionWasRefused_GetsNothingOfSomebodyElse()
    {
        await PushAsync("5201", 2, VoterExamples.New(20), VoterExamples.New(21));
        var taken = VoterExamples.Record(20);
        taken.Nik = VoterExamples.NikOf(21);
        await PushAsync("5201", 3, VoterExamples.ChangeNik(VoterExamples.NikOf(20), taken));
        var records = await ReadSubjectAsync("P52", Role.Administrator, VoterExamples.NikOf(20));
        records.Select(r => r.Registration).OfType<SubjectRegistration>().ShouldHaveSingleItem().Voter.Nik.ShouldBe(VoterExamples.NikOf(20));
        records.Count(r => r.Entry is not null).ShouldBe(2);
    }

    // Held or not: what a party says of somebody names the person.
    [Fact]
    public async Task Subject_WhoIsAPartysMember_GetsThatToo()
    {
        await PushAsync("5201", 2, PartyExamples.Member(20), PartyExamples.Statement(20, 6), PartyExamples.Member(21));
        var records = await ReadSubjectAsync("P52", Role.Administrator, VoterExamples.NikOf(20));
        records.Select(r => r.Entry).OfType<SubjectEntry>().Select(e => (e.Change.KindCase, e.Status)).ShouldBe(
            [(Change.KindOneofCase.PartyMember, OutcomeStatus.Held), (Change.KindOneofCase.MembershipStatement, OutcomeStatus.Applied)]);
    }

    [Theory]
    [InlineData("5201", Role.OfficeOperator, "P52", "ROLE_NOT_ALLOWED")]
    [InlineData("P51", Role.Administrator, "P52", "RANGE_NOT_GRANTED")]
    [InlineData("P52", Role.Administrator, "P52", "REQUEST_INVALID", "520101")]
    public async Task Subject_AskedByOthersOrForNobody_IsRefused(string office, Role role, string range, string reason, string? nik = null) =>
        (await Should.ThrowAsync<RpcException>(() => ReadSubjectAsync(office, role, nik ?? VoterExamples.NikOf(2), range))).Reason().ShouldBe(reason);

    [Fact]
    public async Task LookUps_BeyondTheRate_AreRefusedWhileOtherCallsGoOn()
    {
        await using var server = await TestServer.StartAsync(new TestServerOptions { Settings = new Dictionary<string, string> { ["Limits:LookUpsPerOfficePerMinute"] = "3" } });
        var token = await server.IssueTokenAsync("5201");
        var duplicates = new DuplicateService.DuplicateServiceClient(server.InvokerFor(token));
        for (var i = 0; i < 3; i++)
            await RefusedAsync(() => duplicates.GetCaseAsync(new GetCaseRequest { CaseId = i }).ResponseAsync, StatusCode.NotFound, "CASE_NOT_FOUND");
        await RefusedAsync(() => duplicates.GetCaseAsync(new GetCaseRequest { CaseId = 4 }).ResponseAsync, StatusCode.ResourceExhausted, "RATE_LIMITED");
        (await server.ClientFor(token).PushBatchAsync(new PushBatchRequest { Batch = BatchExamples.With(1, BatchExamples.Producer, "5201", [VoterExamples.New(1)]) }))
            .Envelope.Receipt.Counts.Applied.ShouldBe(1);
    }

    private async Task<IReadOnlyList<ReadSubjectResponse>> ReadSubjectAsync(string office, Role role, string nik, string range = "P52")
    {
        var client = new SubjectService.SubjectServiceClient(_server.InvokerFor(await _server.IssueTokenAsync(office, role)));
        using var call = client.ReadSubject(new ReadSubjectRequest { Nik = nik, Range = range });
        var records = new List<ReadSubjectResponse>();
        while (await call.ResponseStream.MoveNext(default))
            records.Add(call.ResponseStream.Current);
        return records;
    }

    private static async Task<RpcException> RefusedAsync(Func<Task> call, StatusCode status, string reason)
    {
        var refusal = await Should.ThrowAsync<RpcException>(call);
        (refusal.StatusCode, refusal.Reason()).ShouldBe((status, reason));
        refusal.Text().Message.ShouldNotContain("{");
        return refusal;
    }

    private Task PushAsync(string office, params Change[] changes) => PushAsync(office, 1, changes);

    private async Task PushAsync(string office, long sequence, params Change[] changes) =>
        await _server.ClientFor(await _server.IssueTokenAsync(office))
            .PushBatchAsync(new PushBatchRequest { Batch = BatchExamples.With(sequence, BatchExamples.Producer, office, changes) });

    private async Task<IEnumerable<string>> TrailAsync(string office) =>
        (await _server.Services.GetRequiredService<AccessTrailStore>().ListAsync(office, 100, default)).OrderBy(r => r.Id).Select(r => r.Call);
}
