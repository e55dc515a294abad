using Grpc.Core;
using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Duplicates;
using KpuSync.TestKit.Changes;
using KpuSync.TestKit.Servers;
using Microsoft.Extensions.DependencyInjection;

namespace KpuSync.Server.Tests;

/// <summary>Party data over gRPC: what a credential says decides what it pushes.</summary>
public sealed class PartyPushTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private readonly TestServer _server = shared.Server;

    [Fact]
    public async Task PushBatch_PartyOperator_IsHeldToItsOwnParty()
    {
        var client = _server.ClientFor(await _server.IssueTokenAsync("RI", Role.PartyOperator, party: 6), "en");
        var batch = BatchExamples.With(1, Guid.NewGuid().ToString(), "RI", [PartyExamples.Profile(6), PartyExamples.Profile(8)]);

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
        (await Should.ThrowAsync<RpcException>(async () => await holds.VerifyHoldAsync(verify))).Reason().ShouldBe("HOLD_NOT_VERIFIABLE");

        var profile = BatchExamples.With(1, Guid.NewGuid().ToString(), "RI", [PartyExamples.Profile(12)]);
        var centre = _server.ClientFor(await _server.IssueTokenAsync("RI", Role.Administrator));
        (await centre.PushBatchAsync(new PushBatchRequest { Batch = profile })).Envelope.Receipt.Counts.Applied.ShouldBe(1);
        await _server.Services.GetRequiredService<Scanner>().CatchUpAsync(default);

        (await holds.ListHoldsAsync(new ListHoldsRequest { OfficeCode = "5203" })).Total.ShouldBe(0);
    }
}
