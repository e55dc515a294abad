using Google.Protobuf.WellKnownTypes;
using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Duplicates;
using KpuSync.Core.Register;
using KpuSync.Core.Settlements;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Claims;

/// <summary>Lists and answers what other offices say about an office's voters.</summary>
public sealed class ClaimHandler(ICaseReader cases, SettlementOpener settlements)
{
    private const int ClaimsMax = 500;

    /// <summary>The claims on an office's voters, oldest first.</summary>
    public async Task<Result<ListClaimsResponse>> ListAsync(Caller caller, ListClaimsRequest request, CancellationToken ct)
    {
        if (!OfficeCode.TryParse(request.OfficeCode, out var office) || office.Kind is not OfficeKind.Regency)
            return SyncError.RequestInvalid("office_code");
        if (OfficeGrants.CheckRead(caller, office) is { } notGranted)
            return notGranted;
        var response = new ListClaimsResponse();
        foreach (var claim in await cases.ClaimsOfAsync(office, request.All, ClaimsMax, ct))
        {
            response.Claims.Add(new Claim
            {
                ClaimId = claim.ClaimId,
                Nik = OfficeGrants.SeesFullRecords(caller) ? claim.Nik.ToFullText() : claim.Nik.ToString(),
                Claim_ = claim.ToNotice(),
                ClaimTime = Timestamp.FromDateTimeOffset(DateTimeOffset.FromUnixTimeMilliseconds(claim.ClaimTimeMilliseconds)),
            });
        }

        return response;
    }

    /// <summary>Confirms or denies a claim. Whoever made it learns nothing from the answer.</summary>
    public async Task<Result<AnswerClaimResponse>> AnswerAsync(Caller caller, AnswerClaimRequest request, CancellationToken ct)
    {
        if (OfficeGrants.CheckSettle(caller, request.OfficeCode) is { } notGranted)
            return notGranted;
        if (Words.Check(request.Reason, isRequired: false) is { } reason)
            return reason;
        var office = OfficeCode.Parse(request.OfficeCode);
        return await settlements.SettleAsync([office], caller.CredentialId, settlement => AnswerAsync(settlement, office, request, ct), ct);
    }

    private static async ValueTask<Result<AnswerClaimResponse>> AnswerAsync(SettlementWrite settlement, OfficeCode office, AnswerClaimRequest request, CancellationToken ct)
    {
        if (await settlement.Write.Cases.FindClaimAsync(office, request.ClaimId, ct) is not { } claim)
            return SyncError.Of(ErrorReason.ClaimNotFound);
        await settlement.LoadAsync(office, [claim.Nik], ct);
        if (claim.State is ClaimState.Open && settlement.ViewOf(office).Find(claim.Nik) is not { IsActive: true })
            claim = claim with { State = ClaimState.Settled }; // The scanner has only not come to it yet.
        if (claim.State is not ClaimState.Open)
            return SyncError.Of(ErrorReason.ClaimNotOpen, ("state", claim.State.ToString().ToUpperInvariant()));

        var removal = request.Confirmed ? Remove(settlement, office, claim) : null;
        var act = new SettlementEntry
        {
            Reason = request.Reason,
            ClaimAnswered = new ClaimAnswered { ClaimId = claim.ClaimId, Confirmed = request.Confirmed },
        };
        var position = await settlement.AppendAsync(office, act, removal is null ? [] : [removal], ct);
        await settlement.Write.Cases.SaveAsync(claim with { State = request.Confirmed ? ClaimState.Confirmed : ClaimState.Denied }, ct);
        await settlement.CommitAsync(ct);

        var settled = new Settled { Position = position };
        if (removal is not null)
            settled.Changes.Add(new SettledChange { Outcome = new Outcome { Status = OutcomeStatus.Applied } });
        return new AnswerClaimResponse { Settled = settled };
    }

    private static DecidedChange Remove(SettlementWrite settlement, OfficeCode office, StoredClaim claim)
    {
        var removal = DecidedChange.Removal(new VoterRemoval
        {
            Nik = claim.Nik.ToFullText(),
            Ground = claim.Kind is ClaimKind.Deceased ? RemovalGround.Deceased : RemovalGround.MovedAway,
            NextOfficeCode = claim.Kind is ClaimKind.Deceased ? "" : claim.ClaimingOffice.Value,
        });
        removal.Change.EffectiveDate = IsoDate.Text(claim.EffectiveDate);
        OutcomeTransition.Settle(
            settlement.ViewOf(office), removal.Change, OutcomeStatus.Applied, [], origin: null, isGivenUp: false,
            settlement.NextEntryOf(office), 0);
        return removal;
    }
}
