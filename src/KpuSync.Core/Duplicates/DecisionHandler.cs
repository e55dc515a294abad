using Google.Protobuf.WellKnownTypes;
using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Register;
using KpuSync.Core.Settlements;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Duplicates;

/// <summary>Decides a duplicate case: one side stays and the others become TMS ganda, or all are different people. Start at <see cref="DecideAsync"/>.</summary>
/// <remarks>The case is read again under the locks of all its offices: of two reviewers one wins, and the other is told what stands now.</remarks>
public sealed class DecisionHandler(ICaseReader cases, SettlementOpener settlements, HoldRelease release, CaseViews views)
{
    /// <summary>Decides a case.</summary>
    public async Task<Result<DecideCaseResponse>> DecideAsync(Caller caller, DecideCaseRequest request, CancellationToken ct)
    {
        if (await cases.FindCaseAsync(request.CaseId, ct) is not { } seen || !CaseViews.IsVisible(caller, seen))
            return SyncError.Of(ErrorReason.CaseNotFound);
        if (CheckDecider(caller, CaseShape.DeciderOf(seen)) is { } notGranted)
            return notGranted;
        if (CheckForm(request) is { } malformed)
            return malformed;
        var decided = await settlements.SettleAsync(CaseShape.OfficesOf(seen), caller.CredentialId, settlement => SettleAsync(settlement, request, seen, ct), ct);
        return decided.IsOk ? new DecideCaseResponse { Case = (await views.ShowAsync(caller, [decided.Value], ct))[0] } : decided.Error;
    }

    private async ValueTask<Result<DuplicateCase>> SettleAsync(SettlementWrite settlement, DecideCaseRequest request, DuplicateCase seen, CancellationToken ct)
    {
        var duplicate = (await settlement.Write.Cases.FindCaseAsync(request.CaseId, ct))!;
        if (duplicate.State is not CaseState.Open || IsOfAnotherVersion(request, duplicate) || HasOtherOffices(duplicate, seen))
            return Changed(duplicate);
        foreach (var office in CaseShape.OfficesOf(duplicate))
            await settlement.LoadAsync(office, duplicate.Sides.Where(s => s.OfficeCode == office.Value).Select(s => CaseShape.KeyOf(s).Nik), ct);
        if (!TryFindKept(duplicate, request, out var kept) || (kept is not null && !IsActive(settlement, kept)))
            return SyncError.Of(ErrorReason.CaseSideNotActive);

        if (!await WriteAsync(settlement, duplicate, kept, request.Reason, ct))
            return SyncError.Of(ErrorReason.CaseSideNotActive);
        await settlement.CommitAsync(ct);
        return duplicate;
    }

    // False if the held record that is to stay cannot enter: nothing is committed then.
    private async ValueTask<bool> WriteAsync(SettlementWrite settlement, DuplicateCase duplicate, CaseSide? kept, string reason, CancellationToken ct)
    {
        foreach (var office in CaseShape.OfficesOf(duplicate))
        {
            var act = new SettlementEntry
            {
                Reason = reason,
                DuplicateDecided = new DuplicateDecided
                {
                    CaseId = duplicate.CaseId,
                    KeptOfficeCode = kept?.OfficeCode ?? "",
                    DifferentPeople = kept is null,
                },
            };
            await settlement.AppendAsync(office, act, kept is null ? [] : RemoveOthers(settlement, office, duplicate, kept), ct);
            foreach (var held in duplicate.Sides.Where(s => s.OfficeCode == office.Value && s.HeldPosition > 0))
            {
                if (!await EndHoldAsync(settlement, office, held, isKept: held == kept, reason, ct))
                    return false;
            }
        }

        if (kept is null)
            await settlement.Write.Cases.RememberDifferentAsync(duplicate.CaseId, CaseShape.PairsOf(duplicate), ct);
        foreach (var side in duplicate.Sides)
            (side.Kept, side.Active) = (kept is null || side == kept, side.HeldPosition == 0 && IsActive(settlement, side));
        duplicate.State = kept is null ? CaseState.DifferentPeople : CaseState.Decided;
        duplicate.CloseTime = Timestamp.FromDateTimeOffset(settlement.Now);
        (duplicate.DecidedBy, duplicate.DecisionReason) = (settlement.Actor, reason);
        duplicate.Version++;
        await settlement.Write.Cases.SaveAsync(duplicate, ct);
        return true;
    }

    private static List<DecidedChange> RemoveOthers(SettlementWrite settlement, OfficeCode office, DuplicateCase duplicate, CaseSide kept)
    {
        var removals = new List<DecidedChange>();
        var view = settlement.ViewOf(office);
        foreach (var side in duplicate.Sides.Where(s => s.OfficeCode == office.Value && s.HeldPosition == 0 && s != kept))
        {
            // A held record that is kept takes the place of the registration under the same number.
            if (!IsActive(settlement, side) || (kept.HeldPosition > 0 && CaseShape.KeyOf(kept) == CaseShape.KeyOf(side)))
                continue;
            var removal = DecidedChange.Removal(new VoterRemoval { Nik = side.Nik, Ground = RemovalGround.Duplicate, DecidedCaseId = duplicate.CaseId });
            OutcomeTransition.Settle(
                view, removal.Change, OutcomeStatus.Applied, [], origin: null, isGivenUp: false, settlement.NextEntryOf(office), removals.Count);
            removals.Add(removal);
        }

        return removals;
    }

    private async ValueTask<bool> EndHoldAsync(SettlementWrite settlement, OfficeCode office, CaseSide held, bool isKept, string reason, CancellationToken ct)
    {
        if (await settlement.FindPendingAsync(office, held.HeldPosition, held.HeldIndex, ct) is not
            { Pending: { Kind: PendingKind.Held, State: PendingState.Open } } found)
        {
            return !isKept;
        }

        if (!isKept)
        {
            await release.GiveUpAsync(settlement, office, found.Pending, found.Change, reason, ct);
            return true;
        }

        var settled = await release.ReleaseAsync(settlement, office, found.Pending, found.Change, verification: null, settlement.Write.HeadOf(office).Position, ct);
        return settled.Changes[0].Outcome.Status is OutcomeStatus.Applied or OutcomeStatus.Unchanged;
    }

    private static SyncError? CheckDecider(Caller caller, OfficeCode decider)
    {
        var may = caller.Role switch
        {
            Role.Administrator => OfficeGrants.Covers(caller.Office, decider),
            Role.OfficeOperator => caller.Office == decider,
            _ => false,
        };
        return may ? null : SyncError.Of(ErrorReason.CaseNotGranted, ("decider", decider.Value));
    }

    private static SyncError? CheckForm(DecideCaseRequest request)
    {
        if (request.DecisionCase is DecideCaseRequest.DecisionOneofCase.None || request is { HasDifferentPeople: true, DifferentPeople: false })
            return SyncError.RequestInvalid("decision");
        return Words.Check(request.Reason, isRequired: true);
    }

    // False if the case has no such side; a null side means that all stay.
    private static bool TryFindKept(DuplicateCase duplicate, DecideCaseRequest request, out CaseSide? kept)
    {
        kept = request.Keep is { } keep ? duplicate.Sides.Where(s => s.OfficeCode == keep.OfficeCode).ElementAtOrDefault(keep.Place) : null;
        return request.Keep is null || kept is not null;
    }

    private static bool IsActive(SettlementWrite settlement, CaseSide side) => side.HeldPosition > 0
        ? side.Active
        : settlement.ViewOf(OfficeCode.Parse(side.OfficeCode)).Find(CaseShape.KeyOf(side).Nik) is { IsActive: true };

    // A place among several sides means nothing without the version that was looked at.
    private static bool IsOfAnotherVersion(DecideCaseRequest request, DuplicateCase duplicate) => request.Version > 0
        ? request.Version != duplicate.Version
        : request.Keep?.Place > 0 || duplicate.Sides.Count > 2;

    private static bool HasOtherOffices(DuplicateCase now, DuplicateCase seen) => !CaseShape.OfficesOf(now).SequenceEqual(CaseShape.OfficesOf(seen));

    private static SyncError Changed(DuplicateCase duplicate) => SyncError.Of(
        ErrorReason.CaseChanged,
        ("state", duplicate.State.ToString().ToUpperInvariant()),
        ("version", duplicate.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}
