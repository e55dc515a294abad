using KpuSync.Contracts.V1;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Claims;

/// <summary>What an office says about another office's voter, as it is kept.</summary>
/// <param name="Owner">Office that has the voter.</param>
/// <param name="ClaimId">Where it was said: <c>office-position-index</c>.</param>
/// <param name="Nik">The voter.</param>
/// <param name="Kind">What is said.</param>
/// <param name="ClaimingOffice">Office that says so.</param>
/// <param name="EffectiveDate">Day from which it is said to hold.</param>
/// <param name="State">Where it stands.</param>
/// <param name="ClaimTimeMilliseconds">When it was said, milliseconds since 1970 UTC.</param>
public sealed record StoredClaim(
    OfficeCode Owner,
    string ClaimId,
    Nik Nik,
    ClaimKind Kind,
    OfficeCode ClaimingOffice,
    DateOnly EffectiveDate,
    ClaimState State,
    long ClaimTimeMilliseconds)
{
    /// <summary>As the owner gets to see it.</summary>
    public ClaimNotice ToNotice() => new()
    {
        ClaimId = ClaimId,
        Kind = Kind,
        ClaimingOfficeCode = ClaimingOffice.Value,
        EffectiveDate = IsoDate.Text(EffectiveDate),
        State = State,
    };
}
