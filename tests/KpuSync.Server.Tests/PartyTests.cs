using Grpc.Core;
using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Duplicates;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;
using KpuSync.Storage.Access;
using KpuSync.TestKit.Changes;
using KpuSync.TestKit.Servers;
using Microsoft.Extensions.DependencyInjection;

namespace KpuSync.Server.Tests;

/// <summary>Party data over gRPC: what a credential says decides what it pushes.</summary>
public sealed class PartyTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private readonly TestServer _server = shared.Server;

    [Fact]
    public async Task PushBatch_PartyOperator_IsHeldToItsOwnParty()
    {
        await PushProfileAsync(6);
        var client = _server.ClientFor(await _server.IssueTokenAsync("RI", Role.PartyOperator, party: 6), "en");
        var batch = BatchExamples.With(
            1, Guid.NewGuid().ToString(), "RI", [PartyExamples.Management(PartyLevel.Centre, ""), PartyExamples.Management(PartyLevel.Centre, "", party: 8)]);

        var response = await client.PushBatchAsync(new PushBatchRequest { Batch = batch });

        response.Envelope.Receipt.Counts.ShouldBe(new OutcomeCounts { Applied = 1, Rejected = 1 });
        response.Envelope.Receipt.Outcomes.ShouldHaveSingleItem().Violations[0].Code.ShouldBe("PARTY_NOT_GRANTED");
    }

    [Fact]
    public async Task PushBatch_OperatorIntoTheCentre_IsRefused()
    {
        var client = _server.ClientFor(await _server.IssueTokenAsync("5201"));
        var batch = BatchExamples.With(1, Guid.NewGuid().ToString(), "RI", [PartyExamples.Profile(9)]);

        var refusal = await Should.ThrowAsync<RpcException>(async () => await client.PushBatchAsync(new PushBatchRequest { Batch = batch }));

        (refusal.StatusCode, refusal.Reason()).ShouldBe((StatusCode.PermissionDenied, "OFFICE_NOT_GRANTED"));
    }

    // A regency sends first, the centre afterwards: the server releases by itself, and the office's list of what waits is empty again.
    [Fact]
    public async Task PushBatch_MemberBeforeTheProfile_IsReleasedByTheServer()
    {
        var token = await _server.IssueTokenAsync("5203");
        var holds = new HoldService.HoldServiceClient(_server.InvokerFor(token, "en"));
        var member = BatchExamples.With(1, Guid.NewGuid().ToString(), "5203", [PartyExamples.Member(1, party: 12, office: "5203")]);
        (await _server.ClientFor(token).PushBatchAsync(new PushBatchRequest { Batch = member })).Envelope.Receipt.Counts.Held.ShouldBe(1);
        var hold = (await holds.ListHoldsAsync(new ListHoldsRequest { OfficeCode = "5203" })).Holds.ShouldHaveSingleItem();
        hold.Text.ShouldStartWith("The centre has no such party yet");
        var verify = new VerifyHoldRequest { OfficeCode = "5203", Held = hold.Held, Verification = VoterExamples.Verified() };
        var refusal = await Should.ThrowAsync<RpcException>(async () => await holds.VerifyHoldAsync(verify));
        (refusal.StatusCode, refusal.Reason()).ShouldBe((StatusCode.FailedPrecondition, "HOLD_NOT_VERIFIABLE"));

        await PushProfileAsync(12);
        await _server.Services.GetRequiredService<Scanner>().CatchUpAsync(default);

        (await holds.ListHoldsAsync(new ListHoldsRequest { OfficeCode = "5203" })).Total.ShouldBe(0);
    }

    [Fact]
    public async Task CheckParty_OwnOffice_IsAnsweredAndLeavesATrail()
    {
        var issued = await _server.IssueAsync("5204");
        await PushProfileAsync(15);
        var members = BatchExamples.With(1, Guid.NewGuid().ToString(), "5204", [PartyExamples.Member(1, party: 15, office: "5204")]);
        await _server.ClientFor(issued.Text).PushBatchAsync(new PushBatchRequest { Batch = members });

        var parties = new PartyService.PartyServiceClient(_server.InvokerFor(issued.Text));
        var check = await parties.CheckPartyAsync(new CheckPartyRequest { PartyNumber = 15, OfficeCode = "5204" });

        (check.Members, check.Mendable, check.Needed).ShouldBe((1, 1, 528));
        check.Findings.ShouldHaveSingleItem().Problems.ShouldHaveSingleItem().Problem.ShouldBe(MemberProblem.NotInRegister);
        var trail = await _server.Services.GetRequiredService<AccessTrailStore>().ListAsync("5204", 10, CancellationToken.None);
        trail.ShouldContain(row => row.Call == "CheckParty" && row.CredentialId == issued.Id);
    }

    [Fact]
    public async Task CheckParty_RunningSemester_SaysWhatMoved()
    {
        var token = await _server.IssueTokenAsync("5205");
        await PushProfileAsync(16);
        var members = BatchExamples.With(1, Guid.NewGuid().ToString(), "5205", [PartyExamples.Member(7, party: 16, office: "5205")]);
        await _server.ClientFor(token).PushBatchAsync(new PushBatchRequest { Batch = members });
        var today = OfficeCalendar.TodayIn(OfficeCode.Parse("5205"), TimeProvider.System);
        var parties = new PartyService.PartyServiceClient(_server.InvokerFor(token));

        var check = await parties.CheckPartyAsync(new CheckPartyRequest
        {
            PartyNumber = 16,
            OfficeCode = "5205",
            Semester = $"{today.Year}-S{(today.Month <= 6 ? 1 : 2)}",
        });

        (check.Members, check.Movement.MembersBefore, check.Movement.Entered).ShouldBe((1, 0, 1));
        check.Movement.Moves.ShouldHaveSingleItem().After.ShouldBe(MemberStatus.Mendable);
    }

    [Theory]
    [InlineData("2026-Q1")]
    [InlineData("2999-S1")]
    public async Task CheckParty_NoSemesterThatHasBegun_IsMalformed(string semester)
    {
        var parties = new PartyService.PartyServiceClient(_server.InvokerFor(await _server.IssueTokenAsync("5204")));

        var refusal = await Should.ThrowAsync<RpcException>(
            async () => await parties.CheckPartyAsync(new CheckPartyRequest { PartyNumber = 15, OfficeCode = "5204", Semester = semester }));

        (refusal.StatusCode, refusal.Reason()).ShouldBe((StatusCode.InvalidArgument, "REQUEST_INVALID"));
    }

    [Theory]
    [InlineData(Role.OfficeOperator, 17)]
    [InlineData(Role.PartyOperator, 19)]
    public async Task ListParties_AnyCredential_HasTheCentresProfiles(Role role, int party)
    {
        await PushProfileAsync(party);
        var token = await _server.IssueTokenAsync("5206", role, party: role is Role.PartyOperator ? party : null);
        var parties = new PartyService.PartyServiceClient(_server.InvokerFor(token));

        var listed = (await parties.ListPartiesAsync(new ListPartiesRequest())).Parties.Single(p => p.Profile.PartyNumber == party);

        (listed.Profile, listed.SinceDate.Length).ShouldBe((PartyExamples.Profile(party).PartyProfile, 10));
    }

    [Fact]
    public async Task ListParties_MalformedPage_IsRefused()
    {
        var parties = new PartyService.PartyServiceClient(_server.InvokerFor(await _server.IssueTokenAsync("5206")));

        var refusal = await Should.ThrowAsync<RpcException>(async () => await parties.ListPartiesAsync(new ListPartiesRequest { PageToken = "x" }));

        (refusal.StatusCode, refusal.Reason()).ShouldBe((StatusCode.InvalidArgument, "REQUEST_INVALID"));
    }

    [Fact]
    public async Task Pull_WithCentre_BringsMaskedProfilesToAnOffice()
    {
        await PushProfileAsync(18);
        using var call = _server.ClientFor(await _server.IssueTokenAsync("5207")).Pull(new PullRequest { OfficeCode = "5207", WithCentre = true });
        var batches = new List<BatchEntry>();
        while (await call.ResponseStream.MoveNext(CancellationToken.None))
            batches.AddRange(call.ResponseStream.Current.Entries.Where(e => e.OfficeCode == "RI").Select(e => e.Batch));

        batches.ShouldAllBe(batch => batch.Masked);
        batches.SelectMany(batch => batch.Changes).ShouldContain(change => change.PartyProfile != null && change.PartyProfile.PartyNumber == 18);
    }

    // A member's row would otherwise be a question about anybody's registration.
    [Fact]
    public async Task CheckParty_PartyOperator_IsRefused()
    {
        var parties = new PartyService.PartyServiceClient(_server.InvokerFor(await _server.IssueTokenAsync("5204", Role.PartyOperator, party: 15)));

        var refusal = await Should.ThrowAsync<RpcException>(async () => await parties.CheckPartyAsync(new CheckPartyRequest { PartyNumber = 15, OfficeCode = "5204" }));

        (refusal.StatusCode, refusal.Reason()).ShouldBe((StatusCode.PermissionDenied, "RANGE_NOT_GRANTED"));
    }

    [Theory]
    [InlineData("P53", StatusCode.PermissionDenied, "RANGE_NOT_GRANTED")]
    [InlineData("NTB", StatusCode.InvalidArgument, "REQUEST_INVALID")]
    public async Task CheckOrganisation_Refused_SaysWhy(string range, StatusCode status, string reason)
    {
        var parties = new PartyService.PartyServiceClient(_server.InvokerFor(await _server.IssueTokenAsync("P52", Role.Administrator)));

        var refusal = await Should.ThrowAsync<RpcException>(
            async () => await parties.CheckOrganisationAsync(new CheckOrganisationRequest { PartyNumber = 6, Range = range }));

        (refusal.StatusCode, refusal.Reason()).ShouldBe((status, reason));
    }

    private async Task PushProfileAsync(int party)
    {
        var profile = BatchExamples.With(1, Guid.NewGuid().ToString(), "RI", [PartyExamples.Profile(party)]);
        var centre = _server.ClientFor(await _server.IssueTokenAsync("RI", Role.Administrator));
        (await centre.PushBatchAsync(new PushBatchRequest { Batch = profile })).Envelope.Receipt.Counts.Applied.ShouldBe(1);
    }
}
