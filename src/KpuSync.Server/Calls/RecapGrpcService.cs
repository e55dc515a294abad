using Grpc.Core;
using KpuSync.Contracts.V1;
using KpuSync.Core.Recap;
using KpuSync.Server.Access;

namespace KpuSync.Server.Calls;

/// <summary>Maps the recap's calls to the handlers, and nothing else.</summary>
public sealed class RecapGrpcService(RecapHandler recap, ClosePeriodHandler closing, ReopenPeriodHandler reopening, AccessTrail trail) : RecapService.RecapServiceBase
{
    // Sums are no personal data: reading them leaves no trail, closing and reopening do.
    public override async Task<GetRecapResponse> GetRecap(GetRecapRequest request, ServerCallContext context) =>
        context.Value(await recap.HandleAsync(context.Caller(), request, context.CancellationToken));

    public override async Task<ClosePeriodResponse> ClosePeriod(ClosePeriodRequest request, ServerCallContext context)
    {
        var caller = context.Caller();
        await using var reading = await trail.BeginAsync(caller, nameof(ClosePeriod), AccessTrail.OfficeRange(request.OfficeCode), context.CancellationToken);
        return new ClosePeriodResponse { Closing = context.Value(await closing.HandleAsync(caller, request, context.CancellationToken)) };
    }

    public override async Task<ReopenPeriodResponse> ReopenPeriod(ReopenPeriodRequest request, ServerCallContext context)
    {
        var caller = context.Caller();
        await using var reading = await trail.BeginAsync(caller, nameof(ReopenPeriod), AccessTrail.OfficeRange(request.OfficeCode), context.CancellationToken);
        return new ReopenPeriodResponse { Position = context.Value(await reopening.HandleAsync(caller, request, context.CancellationToken)) };
    }
}
