using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Rules.Values;
using KpuSync.Storage.Access;

namespace KpuSync.Server.Access;

/// <summary>Records every call that reads personal data.</summary>
public sealed class AccessTrail(AccessTrailStore store, TimeProvider clock)
{
    /// <summary>Writes the row before anything is read; disposing the reading adds how much it was.</summary>
    public async Task<AccessReading> BeginAsync(Caller caller, string call, string range, CancellationToken ct)
    {
        var id = await store.BeginAsync(
            new AccessTrailRow
            {
                CredentialId = caller.CredentialId,
                Office = caller.Office.Value,
                Role = RoleNames.Of(caller.Role),
                Call = call,
                Range = range,
                StartedAt = clock.GetUtcNow(),
            },
            ct);
        return new AccessReading(store, clock, id);
    }

    public static string RangeOf(PullRequest request) => request.RangeCase switch
    {
        PullRequest.RangeOneofCase.OfficeCode => OfficeRange(request.OfficeCode),
        PullRequest.RangeOneofCase.ProvinceCode when OfficeCode.TryParse("P" + request.ProvinceCode, out var province) => $"province {province.ProvinceCode}",
        PullRequest.RangeOneofCase.Nation => "nation",
        _ => "malformed",
    };

    // What the caller sent may be anything, so only a real code is written down.
    public static string OfficeRange(string text) => OfficeCode.TryParse(text, out var office)
        ? office.Kind switch
        {
            OfficeKind.Centre => "nation",
            OfficeKind.Province => $"province {office.ProvinceCode}",
            _ => $"office {office.Value}",
        }
        : "malformed";
}
