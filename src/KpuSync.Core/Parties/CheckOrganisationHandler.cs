using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Rules.Parties;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Parties;

/// <summary>Checks how a party is organised in a range: the range itself, then each of its parts. Start at <see cref="HandleAsync"/>.</summary>
public sealed class CheckOrganisationHandler(IPartyReader parties, PartyProfiles profiles, CurrentRegions regions, TimeProvider time)
{
    /// <summary>The check.</summary>
    public async Task<Result<CheckOrganisationResponse>> HandleAsync(Caller caller, CheckOrganisationRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!OfficeCode.TryParse(request.Range, out var range))
            return SyncError.RequestInvalid("range");
        if (!PartyNumber.IsValid(request.PartyNumber))
            return SyncError.RequestInvalid("party_number");
        if (OfficeGrants.CheckRead(caller, range) is { } notGranted)
            return notGranted;

        // What is said of a nation or a province stands in the centre's ledger, everything else in the regency's own.
        var today = regions.Today;
        var offices = today.Offices.Select(o => OfficeCode.FromTrusted(o.Code)).Where(o => OfficeGrants.Covers(range, o)).ToList();
        var items = await parties.OrganisationAsync([OfficeCode.Centre, .. offices], request.PartyNumber, ct);
        var organisation = new PartyOrganisation(items, today, OfficeCalendar.TodayIn(range, time));
        var response = new CheckOrganisationResponse { Range = range.Value, Party = await profiles.FindAsync(request.PartyNumber, ct) };
        response.Areas.AddRange(AreasOf(range, offices, organisation).Select(area => organisation.AreaOf(area)));
        return response;
    }

    // The range as an area, and its parts.
    private static IEnumerable<string> AreasOf(OfficeCode range, IReadOnlyList<OfficeCode> offices, PartyOrganisation organisation) => range.Kind switch
    {
        OfficeKind.Centre => [PartyOrganisation.Nation, .. organisation.PartsOf(PartyOrganisation.Nation)],
        OfficeKind.Province => [range.ProvinceCode, .. offices.Order().Select(o => o.Value)],
        _ => [range.Value, .. organisation.PartsOf(range.Value)],
    };
}
