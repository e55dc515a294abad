using Google.Protobuf.WellKnownTypes;
using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Ledger;
using KpuSync.Core.Pull;
using KpuSync.Core.Register;
using KpuSync.Core.Store;
using KpuSync.Rules;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Registry;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Settlements;

/// <summary>Lists, verifies and gives up held changes.</summary>
public sealed class HoldHandler(ILedgerReader ledger, SettlementOpener settlements, HoldRelease release, ChangeRules rules, TimeProvider time)
{
    /// <summary>The open holds of an office, oldest first.</summary>
    public async Task<Result<ListHoldsResponse>> ListAsync(Caller caller, ListHoldsRequest request, CancellationToken ct)
    {
        if (!OfficeCode.TryParse(request.OfficeCode, out var office) || office.Kind is OfficeKind.Province)
            return SyncError.RequestInvalid("office_code");
        if (OfficeGrants.CheckRead(caller, office) is { } notGranted)
            return notGranted;
        var page = PageOf.Read(request.PageSize, request.PageToken);
        if (!page.IsOk)
            return page.Error;
        var (after, size) = page.Value;

        var (holds, total) = await ledger.HoldsOfAsync(office, after, size + 1, ct);
        var response = new ListHoldsResponse { Total = total };
        foreach (var entry in holds.Take(size).GroupBy(h => h.Position))
            await AddHoldsAsync(response, caller, entry, ct);
        if (holds.Count > size)
            response.NextPageToken = PageOf.Token(holds[size - 1].Position, holds[size - 1].Index);
        return response;
    }

    /// <summary>One open hold.</summary>
    public async Task<Result<Hold>> FindAsync(Caller caller, string officeCode, EntryRef place, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(place);
        if (!OfficeCode.TryParse(officeCode, out var office) || office.Kind is OfficeKind.Province)
            return SyncError.RequestInvalid("office_code");
        if (OfficeGrants.CheckRead(caller, office) is { } notGranted)
            return notGranted;
        var (holds, _) = await ledger.HoldsOfAsync(office, (place.Position, place.Index - 1), 1, ct);
        if (holds is not [var found] || (found.Position, found.Index) != (place.Position, place.Index))
            return SyncError.Of(ErrorReason.HoldNotFound);
        var response = new ListHoldsResponse();
        await AddHoldsAsync(response, caller, holds.GroupBy(h => h.Position).Single(), ct);
        return response.Holds[0];
    }

    /// <summary>Records a verification and releases the hold.</summary>
    public async Task<Result<VerifyHoldResponse>> VerifyAsync(Caller caller, VerifyHoldRequest request, CancellationToken ct)
    {
        if (OfficeGrants.CheckSettle(caller, request.OfficeCode) is { } notGranted)
            return notGranted;
        if (request.Held is null)
            return SyncError.RequestInvalid("held");
        var office = OfficeCode.Parse(request.OfficeCode);
        if (CheckVerification(request.Verification, office) is { } invalid)
            return invalid;
        return await settlements.SettleAsync([office], caller.CredentialId, settlement => VerifyAsync(settlement, office, request, ct), ct);
    }

    private async ValueTask<Result<VerifyHoldResponse>> VerifyAsync(SettlementWrite settlement, OfficeCode office, VerifyHoldRequest request, CancellationToken ct)
    {
        var found = await FindOpenAsync(settlement, office, request.Held, ct);
        if (!found.IsOk)
            return found.Error;
        var (held, change) = found.Value;
        if (held.Item is not null)
            return SyncError.Of(ErrorReason.HoldNotVerifiable, ("code", held.Code));
        if (held.Code == StateRules.WaitsBehindHeld.Code && await FirstOfAsync(settlement, office, held, ct) is { } first)
            return SyncError.Of(ErrorReason.HoldWaits, ("position", Text(first.Position)), ("index", Text(first.Index)));

        var act = new SettlementEntry { HoldVerified = new HoldVerified { Held = request.Held, Verification = request.Verification } };
        var verified = await settlement.AppendAsync(office, act, [], ct);
        var settled = await release.ReleaseAsync(settlement, office, held, change, request.Verification, verified, ct);
        await settlement.CommitAsync(ct);
        return new VerifyHoldResponse { Settled = settled };
    }

    /// <summary>Gives a hold up.</summary>
    public async Task<Result<RejectHoldResponse>> RejectAsync(Caller caller, RejectHoldRequest request, CancellationToken ct)
    {
        if (OfficeGrants.CheckSettle(caller, request.OfficeCode) is { } notGranted)
            return notGranted;
        if (request.Held is null)
            return SyncError.RequestInvalid("held");
        if (Words.Check(request.Reason, isRequired: true) is { } reason)
            return reason;
        var office = OfficeCode.Parse(request.OfficeCode);
        return await settlements.SettleAsync([office], caller.CredentialId, settlement => RejectAsync(settlement, office, request, ct), ct);
    }

    private async ValueTask<Result<RejectHoldResponse>> RejectAsync(SettlementWrite settlement, OfficeCode office, RejectHoldRequest request, CancellationToken ct)
    {
        var found = await FindOpenAsync(settlement, office, request.Held, ct);
        if (!found.IsOk)
            return found.Error;
        var settled = await release.GiveUpAsync(settlement, office, found.Value.Pending, found.Value.Change, request.Reason, ct);
        await settlement.CommitAsync(ct);
        return new RejectHoldResponse { Settled = settled };
    }

    private async ValueTask AddHoldsAsync(ListHoldsResponse response, Caller caller, IGrouping<long, PendingChange> holds, CancellationToken ct)
    {
        var entry = (await ledger.EntriesAfterAsync(holds.First().Office, holds.Key - 1, 1, ct))[0];
        var unpacked = BatchBlob.Unpack(entry.Payload);
        foreach (var held in holds)
        {
            var change = unpacked.Parse(held.Index);
            if (!OfficeGrants.SeesFullRecords(caller))
                change = ChangeMask.Masked(change);
            response.Holds.Add(new Hold
            {
                Held = new EntryRef { Position = held.Position, Index = held.Index },
                Code = held.Code,
                HeldTime = Timestamp.FromDateTimeOffset(DateTimeOffset.FromUnixTimeMilliseconds(entry.CommitTimeMilliseconds)),
                Change = change,
                ProducerId = entry.ProducerId ?? "",
                Sent = entry.Sequence is { } sequence ? new ChangeRef { Sequence = sequence, Index = held.Index } : null,
            });
        }
    }

    private SyncError? CheckVerification(Verification? verification, OfficeCode office)
    {
        if (verification is null)
            return SyncError.Of(ErrorReason.VerificationInvalid, ("field", "verification"), ("code", FieldRules.Required.Code));
        var violations = rules.Check(verification, office, OfficeCalendar.TodayIn(office, time));
        return violations.Count == 0
            ? null
            : SyncError.Of(ErrorReason.VerificationInvalid, ("field", violations[0].FieldPath), ("code", violations[0].Code));
    }

    private static async ValueTask<Result<(PendingChange Pending, Change Change)>> FindOpenAsync(
        SettlementWrite settlement, OfficeCode office, EntryRef place, CancellationToken ct)
    {
        if (await settlement.FindPendingAsync(office, place.Position, place.Index, ct) is not { Pending.Kind: PendingKind.Held } found)
            return SyncError.Of(ErrorReason.HoldNotFound);
        return found.Pending.State is PendingState.Open
            ? found
            : SyncError.Of(ErrorReason.HoldNotOpen, ("settled_position", Text(found.Pending.SettledPosition ?? 0)));
    }

    private static async ValueTask<PendingChange?> FirstOfAsync(SettlementWrite settlement, OfficeCode office, PendingChange held, CancellationToken ct)
    {
        if (held.Nik is not { } nik)
            return null;
        await settlement.LoadAsync(office, [nik], ct);
        return settlement.ViewOf(office).OpenHolds(nik, held).FirstOrDefault(p => p.Place < held.Place);
    }

    private static string Text(long value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
