using System.Globalization;
using Google.Protobuf;
using KpuSync.Contracts.V1;
using KpuSync.Core.Items;
using KpuSync.Core.Register;
using KpuSync.Rules.Registry;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Push;

/// <summary>Decides one change against the register. Start at <see cref="Decide"/>; it changes nothing.</summary>
public static class ChangeDecider
{
    /// <summary>What becomes of the change.</summary>
    /// <param name="screened">The change; no rule that needs no other record refuses it.</param>
    /// <param name="at">What it meets.</param>
    public static Decision Decide(in ScreenedChange screened, in DecisionContext at)
    {
        var change = screened.Change;
        if (change.KindCase is Change.KindOneofCase.VoterClaim)
            return new Decision(OutcomeStatus.Applied, screened.Violations);
        if (screened.Item is { } item)
            return ItemDecider.Decide(screened, item, at);
        var view = at.View;
        var key = screened.OldNik ?? screened.Nik!.Value;
        var current = view.Find(key);
        if (change.IfRevision is { } revision && !IsCurrent(revision, current))
            return Because(OutcomeStatus.Conflict, screened, StateRules.RevisionNotCurrent);

        var effectiveDate = RegisterTransition.EffectiveDateOf(change, at.OfficeDay);
        var decision = change.KindCase switch
        {
            Change.KindOneofCase.VoterUpsert => DecideUpsert(screened, current, effectiveDate, at),
            Change.KindOneofCase.VoterRemoval => DecideRemoval(screened, current, at),
            _ => DecideNikChange(screened, current, effectiveDate, at),
        };
        return MustWait(screened, decision, at) ? Because(OutcomeStatus.Held, screened, StateRules.WaitsBehindHeld) : decision;
    }

    private static Decision DecideUpsert(in ScreenedChange screened, Registration? current, DateOnly effectiveDate, in DecisionContext at)
    {
        var upsert = screened.Change.VoterUpsert;
        var isReverted = upsert.Reason is UpsertReason.Reverted;
        if (current is not { IsActive: true })
        {
            // Who left with the village is another office's: undoing an older row here would put the voter into both.
            var isTransferred = isReverted && current?.Ground is RemovalGround.TransferredOut;
            if (isTransferred || upsert.Reason is UpsertReason.Changed or UpsertReason.PollingStationCorrected)
                return Because(OutcomeStatus.Rejected, screened, StateRules.VoterNotRegistered);
            if (current?.DecidedCase is { } decided && upsert.DecidedCaseId != decided)
                return Because(OutcomeStatus.Rejected, screened, StateRules.RemovedByDecision, ("case", decided.ToString(CultureInfo.InvariantCulture)));
            if (current?.Ground is RemovalGround.Deceased && !isReverted)
                return Because(OutcomeStatus.Rejected, screened, StateRules.VoterDeceased);
            return NeedsVerification(upsert.Voter, upsert.Verification, current, effectiveDate)
                ? BecauseOver100(screened, at)
                : new Decision(OutcomeStatus.Applied, screened.Violations);
        }

        if (current.Record.AsSpan().SequenceEqual(upsert.Voter.ToByteArray()))
            return new Decision(OutcomeStatus.Unchanged, screened.Violations);
        var before = current.ParseRecord();
        if (!isReverted && !at.IsIdentityConfirmed && IsOtherPerson(before, upsert.Voter))
            return Because(OutcomeStatus.Held, screened, StateRules.NikOtherPerson);
        var decision = MakesOver100(before, upsert.Voter, effectiveDate) && NeedsVerification(upsert.Voter, upsert.Verification, current, effectiveDate)
            ? BecauseOver100(screened, at)
            : new Decision(OutcomeStatus.Applied, screened.Violations);
        return decision.Status is OutcomeStatus.Applied && upsert.Reason is (UpsertReason.NewFirstTime or UpsertReason.NewMovedIn)
            ? decision with { Violations = [.. decision.Violations, StateRules.VoterAlreadyRegistered.At(KeyFieldOf(screened.Change))] }
            : decision;
    }

    private static Decision DecideRemoval(in ScreenedChange screened, Registration? current, in DecisionContext at)
    {
        if (current is { IsActive: true })
            return new Decision(OutcomeStatus.Applied, screened.Violations);
        // Somebody whose entry is still held is not in the register, and that is what the removal asks for.
        if (current?.Ground == screened.Change.VoterRemoval.Ground || at.IsBlocked(screened.Nik!.Value))
            return new Decision(OutcomeStatus.Unchanged, screened.Violations);
        return Because(OutcomeStatus.Rejected, screened, current is null ? StateRules.VoterNotRegistered : StateRules.VoterAlreadyRemoved);
    }

    private static Decision DecideNikChange(in ScreenedChange screened, Registration? current, DateOnly effectiveDate, in DecisionContext at)
    {
        var correction = screened.Change.VoterNikChange;
        var taken = at.View.Find(screened.Nik!.Value);
        if (current is not { IsActive: true })
        {
            var isDone = taken is { IsActive: true } && taken.Record.AsSpan().SequenceEqual(correction.Voter.ToByteArray());
            return isDone
                ? new Decision(OutcomeStatus.Unchanged, screened.Violations)
                : Because(OutcomeStatus.Rejected, screened, StateRules.VoterNotRegistered);
        }

        if (taken is { IsActive: true })
            return Because(OutcomeStatus.Rejected, screened, StateRules.NikTaken);

        // Under the new number somebody was removed for good: a correction is no way around that.
        if (taken?.DecidedCase is { } decided)
            return Because(OutcomeStatus.Rejected, screened, StateRules.RemovedByDecision, ("case", decided.ToString(CultureInfo.InvariantCulture)));
        if (taken?.Ground is RemovalGround.Deceased)
            return Because(OutcomeStatus.Rejected, screened, StateRules.VoterDeceased);
        var before = current.ParseRecord();
        if (!at.IsIdentityConfirmed && IsOtherPerson(before, correction.Voter))
            return Because(OutcomeStatus.Held, screened, StateRules.NikOtherPerson);
        return MakesOver100(before, correction.Voter, effectiveDate) && NeedsVerification(correction.Voter, correction.Verification, current, effectiveDate)
            ? BecauseOver100(screened, at)
            : new Decision(OutcomeStatus.Applied, screened.Violations);
    }

    /// <summary>Later changes of a person with a held change wait behind it, except a removal and an upsert that needs no hold itself: these overtake it.</summary>
    private static bool MustWait(in ScreenedChange screened, Decision decision, in DecisionContext at)
    {
        if (decision.Status is OutcomeStatus.Rejected || !IsBlocked(screened, at))
            return false;
        return screened.Change.KindCase is Change.KindOneofCase.VoterNikChange || decision.Status is OutcomeStatus.Held;
    }

    private static bool IsBlocked(in ScreenedChange screened, in DecisionContext at) =>
        at.IsBlocked(screened.Nik!.Value) || (screened.OldNik is { } old && at.IsBlocked(old));

    private static bool IsCurrent(Revision revision, Registration? current) =>
        current is not null && current.Position == revision.Position && current.Index == revision.Index;

    private static bool IsOtherPerson(VoterRecord before, VoterRecord after) => SamePerson.IsDoubtful(before, after);

    private static bool MakesOver100(VoterRecord before, VoterRecord after, DateOnly effectiveDate) =>
        before.BirthDate != after.BirthDate && (!IsOver100(before, effectiveDate) || IsOtherPerson(before, after));

    private static bool NeedsVerification(VoterRecord voter, Verification? verification, Registration? current, DateOnly effectiveDate) =>
        verification is null && !SamePerson.IsVerified(current, voter) && IsOver100(voter, effectiveDate);

    private static bool IsOver100(VoterRecord voter, DateOnly effectiveDate) =>
        IsoDate.TryParse(voter.BirthDate, out var birthDate) && Age.IsOver100(birthDate, effectiveDate);

    // The one rule of the register that a deployment may take more or less strictly.
    private static Decision BecauseOver100(in ScreenedChange screened, in DecisionContext at)
    {
        var violation = at.Severities.Apply(StateRules.Over100Unverified.At(KeyFieldOf(screened.Change)));
        var status = violation.Severity switch
        {
            Severity.Error => OutcomeStatus.Rejected,
            Severity.Hold => OutcomeStatus.Held,
            _ => OutcomeStatus.Applied,
        };
        return new Decision(status, [.. screened.Violations, violation]);
    }

    private static Decision Because(OutcomeStatus status, in ScreenedChange screened, Rule rule, params ReadOnlySpan<(string Name, string Value)> parameters) =>
        new(status, [.. screened.Violations, rule.At(KeyFieldOf(screened.Change), parameters)]);

    private static string KeyFieldOf(Change change) => change.KindCase switch
    {
        Change.KindOneofCase.VoterUpsert => "voter_upsert.voter.nik",
        Change.KindOneofCase.VoterRemoval => "voter_removal.nik",
        _ => "voter_nik_change.old_nik",
    };
}
