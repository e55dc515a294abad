using Grpc.Core;
using KpuSync.Contracts.V1;
using KpuSync.Core.Duplicates;
using KpuSync.Rules.Registry;
using KpuSync.Server.Access;

namespace KpuSync.Server.Calls;

/// <summary>Maps the calls about duplicate cases to the handlers, and nothing else.</summary>
public sealed class DuplicateGrpcService(CaseListHandler list, DecisionHandler decision, AccessTrail trail) : DuplicateService.DuplicateServiceBase
{
    public override async Task<ListCasesResponse> ListCases(ListCasesRequest request, ServerCallContext context)
    {
        await using var reading = await trail.BeginAsync(context.Caller(), nameof(ListCases), AccessTrail.OfficeRange(request.Range), context.CancellationToken);
        var response = context.Value(await list.ListAsync(context.Caller(), request, context.CancellationToken));
        reading.Entries = response.Cases.Count;
        foreach (var duplicate in response.Cases)
            AddTexts(duplicate, context.Language());
        return response;
    }

    public override async Task<GetCaseResponse> GetCase(GetCaseRequest request, ServerCallContext context)
    {
        await using var reading = await trail.BeginAsync(context.Caller(), nameof(GetCase), $"case {request.CaseId}", context.CancellationToken);
        var response = context.Value(await list.GetAsync(context.Caller(), request, context.CancellationToken));
        reading.Entries = 1;
        AddTexts(response.Case, context.Language());
        return response;
    }

    public override async Task<DecideCaseResponse> DecideCase(DecideCaseRequest request, ServerCallContext context)
    {
        await using var reading = await trail.BeginAsync(context.Caller(), nameof(DecideCase), $"case {request.CaseId}", context.CancellationToken);
        var response = context.Value(await decision.DecideAsync(context.Caller(), request, context.CancellationToken));
        AddTexts(response.Case, context.Language());
        return response;
    }

    private static void AddTexts(DuplicateCase duplicate, Language language)
    {
        foreach (var reason in duplicate.Reasons)
            reason.Text = CaseReasons.TextOf(reason.Code, language);
    }
}
