using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Settlements;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Duplicates;

/// <summary>Lists duplicate cases and shows one.</summary>
public sealed class CaseListHandler(ICaseReader cases, CaseViews views, Scanner scanner)
{
    /// <summary>The cases with a side in a range, newest first.</summary>
    public async Task<Result<ListCasesResponse>> ListAsync(Caller caller, ListCasesRequest request, CancellationToken ct)
    {
        if (!OfficeCode.TryParse(request.Range, out var range))
            return SyncError.RequestInvalid("range");
        if (OfficeGrants.CheckRead(caller, range) is { } notGranted)
            return notGranted;
        var page = PageOf.Read(request.PageSize, request.PageToken);
        if (!page.IsOk)
            return page.Error;

        var (after, size) = page.Value;
        var filter = new CaseFilter(request.State, request.Class, request.Reach, after.Position, size + 1);
        var found = await cases.CasesInAsync(range, filter, ct);
        var response = new ListCasesResponse { EntriesBehind = await scanner.BehindAsync(range, ct) };
        response.Open.AddRange(await cases.CountOpenAsync(range, ct));
        response.Cases.AddRange(await views.ShowAsync(caller, [.. found.Take(size)], ct));
        if (found.Count > size)
            response.NextPageToken = PageOf.Token(found[size - 1].CaseId, 0);
        return response;
    }

    /// <summary>One case.</summary>
    public async Task<Result<GetCaseResponse>> GetAsync(Caller caller, GetCaseRequest request, CancellationToken ct)
    {
        if (await cases.FindCaseAsync(request.CaseId, ct) is not { } duplicate || !CaseViews.IsVisible(caller, duplicate))
            return SyncError.Of(ErrorReason.CaseNotFound);
        return new GetCaseResponse { Case = (await views.ShowAsync(caller, [duplicate], ct))[0] };
    }
}
