using Grpc.Core;
using KpuSync.Contracts.V1;
using KpuSync.Core.Claims;
using KpuSync.Core.Settlements;
using KpuSync.Rules.Registry;
using KpuSync.Server.Access;

namespace KpuSync.Server.Calls;

/// <summary>Maps the calls about holds and claims to the handlers, and nothing else.</summary>
public sealed class HoldGrpcService(HoldHandler holds, ClaimHandler claims, AccessTrail trail) : HoldService.HoldServiceBase
{
    public override async Task<ListHoldsResponse> ListHolds(ListHoldsRequest request, ServerCallContext context)
    {
        await using var reading = await trail.BeginAsync(context.Caller(), nameof(ListHolds), AccessTrail.OfficeRange(request.OfficeCode), context.CancellationToken);
        var response = context.Value(await holds.ListAsync(context.Caller(), request, context.CancellationToken));
        reading.Entries = response.Holds.Count;
        foreach (var hold in response.Holds)
            hold.Text = RuleRegistry.TextOf(new Violation { Code = hold.Code }, context.Language());
        return response;
    }

    public override async Task<VerifyHoldResponse> VerifyHold(VerifyHoldRequest request, ServerCallContext context)
    {
        await using var reading = await trail.BeginAsync(context.Caller(), nameof(VerifyHold), AccessTrail.OfficeRange(request.OfficeCode), context.CancellationToken);
        return context.Value(await holds.VerifyAsync(context.Caller(), request, context.CancellationToken));
    }

    public override async Task<RejectHoldResponse> RejectHold(RejectHoldRequest request, ServerCallContext context)
    {
        await using var reading = await trail.BeginAsync(context.Caller(), nameof(RejectHold), AccessTrail.OfficeRange(request.OfficeCode), context.CancellationToken);
        return context.Value(await holds.RejectAsync(context.Caller(), request, context.CancellationToken));
    }

    public override async Task<ListClaimsResponse> ListClaims(ListClaimsRequest request, ServerCallContext context)
    {
        await using var reading = await trail.BeginAsync(context.Caller(), nameof(ListClaims), AccessTrail.OfficeRange(request.OfficeCode), context.CancellationToken);
        var response = context.Value(await claims.ListAsync(context.Caller(), request, context.CancellationToken));
        reading.Entries = response.Claims.Count;
        return response;
    }

    public override async Task<AnswerClaimResponse> AnswerClaim(AnswerClaimRequest request, ServerCallContext context)
    {
        await using var reading = await trail.BeginAsync(context.Caller(), nameof(AnswerClaim), AccessTrail.OfficeRange(request.OfficeCode), context.CancellationToken);
        return context.Value(await claims.AnswerAsync(context.Caller(), request, context.CancellationToken));
    }
}
