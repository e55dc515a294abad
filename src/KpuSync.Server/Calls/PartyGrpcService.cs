using Grpc.Core;
using KpuSync.Contracts.V1;
using KpuSync.Core.Parties;
using KpuSync.Server.Access;

namespace KpuSync.Server.Calls;

/// <summary>Maps the calls about parties to the handlers, and nothing else.</summary>
public sealed class PartyGrpcService(CheckPartyHandler check, CheckOrganisationHandler organisation, ListPartiesHandler list, AccessTrail trail)
    : PartyService.PartyServiceBase
{
    public override async Task<CheckPartyResponse> CheckParty(CheckPartyRequest request, ServerCallContext context)
    {
        await using var reading = await trail.BeginAsync(context.Caller(), nameof(CheckParty), AccessTrail.OfficeRange(request.OfficeCode), context.CancellationToken);
        var response = context.Value(await check.HandleAsync(context.Caller(), request, context.CancellationToken));
        reading.Entries = response.Findings.Count;
        return response;
    }

    // Counts of officers and offices are no personal data: reading them leaves no trail.
    public override async Task<CheckOrganisationResponse> CheckOrganisation(CheckOrganisationRequest request, ServerCallContext context) =>
        context.Value(await organisation.HandleAsync(context.Caller(), request, context.CancellationToken));

    // Nor are the parties on the ballot.
    public override async Task<ListPartiesResponse> ListParties(ListPartiesRequest request, ServerCallContext context) =>
        context.Value(await list.HandleAsync(request, context.CancellationToken));
}
