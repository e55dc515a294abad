using KpuSync.Client.Push;
using KpuSync.Contracts.V1;

namespace KpuSync.Client.Operations;

/// <summary>Asks for the parties, and for the checks of one: of its members, page by page, and of its organisation.</summary>
internal sealed class PartyOperation(OperationScope scope)
{
    private const int PageMax = 500;

    public async Task<CheckPartyResponse> CheckAsync(int party, string? office, int findingsMax, string? semester, CancellationToken cancellationToken)
    {
        var request = new CheckPartyRequest
        {
            PartyNumber = party,
            OfficeCode = office ?? scope.Installation.Config.Office,
            PageSize = Math.Clamp(findingsMax, 1, PageMax),
            Semester = semester ?? "",
        };
        var check = await PageAsync(request, cancellationToken);
        while (check.NextPageToken.Length > 0 && check.Findings.Count < findingsMax)
        {
            request.PageToken = check.NextPageToken;
            var page = await PageAsync(request, cancellationToken);
            check.Findings.AddRange(page.Findings.Take(findingsMax - check.Findings.Count));
            check.NextPageToken = page.NextPageToken;
        }

        return check;
    }

    public async Task<IReadOnlyList<ListedParty>> ListAsync(CancellationToken cancellationToken)
    {
        var (parties, request) = (new List<ListedParty>(), new ListPartiesRequest { PageSize = PageMax });
        do
        {
            var page = await scope.CallAsync(options => scope.Connection.Parties.ListPartiesAsync(request, options), cancellationToken);
            parties.AddRange(page.Parties);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);
        return parties;
    }

    public Task<CheckOrganisationResponse> CheckOrganisationAsync(int party, string? range, CancellationToken cancellationToken)
    {
        var request = new CheckOrganisationRequest { PartyNumber = party, Range = range ?? scope.Installation.Config.Office };
        return scope.CallAsync(options => scope.Connection.Parties.CheckOrganisationAsync(request, options), cancellationToken);
    }

    private Task<CheckPartyResponse> PageAsync(CheckPartyRequest request, CancellationToken cancellationToken) =>
        scope.CallAsync(options => scope.Connection.Parties.CheckPartyAsync(request, options), cancellationToken);
}
