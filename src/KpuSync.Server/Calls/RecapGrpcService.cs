using Grpc.Core;
using KpuSync.Contracts.V1;
using KpuSync.Core;
using KpuSync.Core.Recap;
using KpuSync.Server.Access;
using KpuSync.Server.Errors;
using Microsoft.AspNetCore.Http.Features;

namespace KpuSync.Server.Calls;

/// <summary>Maps the recap's calls to the handlers, and nothing else.</summary>
public sealed class RecapGrpcService(RecapHandler recap, ClosePeriodHandler closing, ReopenPeriodHandler reopening, AccessTrail trail) : RecapService.RecapServiceBase
{
    // Sums are no personal data: reading them leaves no trail, closing and reopening do.
    public override async Task<GetRecapResponse> GetRecap(GetRecapRequest request, ServerCallContext context) =>
        Value(await recap.HandleAsync(TicketOf(context).Caller, request, context.CancellationToken), context);

    public override async Task<ClosePeriodResponse> ClosePeriod(ClosePeriodRequest request, ServerCallContext context)
    {
        var caller = TicketOf(context).Caller;
        await using var reading = await trail.BeginAsync(caller, nameof(ClosePeriod), AccessTrail.OfficeRange(request.OfficeCode), context.CancellationToken);
        return new ClosePeriodResponse { Closing = Value(await closing.HandleAsync(caller, request, context.CancellationToken), context) };
    }

    public override async Task<ReopenPeriodResponse> ReopenPeriod(ReopenPeriodRequest request, ServerCallContext context)
    {
        var caller = TicketOf(context).Caller;
        await using var reading = await trail.BeginAsync(caller, nameof(ReopenPeriod), AccessTrail.OfficeRange(request.OfficeCode), context.CancellationToken);
        return new ReopenPeriodResponse { Position = Value(await reopening.HandleAsync(caller, request, context.CancellationToken), context) };
    }

    private static CredentialTicket TicketOf(ServerCallContext context) => context.GetHttpContext().Features.GetRequiredFeature<CredentialTicket>();

    private static T Value<T>(Result<T> result, ServerCallContext context) =>
        result.IsOk ? result.Value : throw GrpcErrors.ToException(result.Error, CallLanguage.Of(context.GetHttpContext().Request));
}
