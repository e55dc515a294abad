using KpuSync.Contracts.V1;
using KpuSync.Core.Push;
using KpuSync.Core.Register;
using KpuSync.Rules;
using KpuSync.Rules.Registry;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Settlements;

/// <summary>Decides held changes whose turn has come, in order, each seeing what the ones before it did. The same rules and decisions as in a push.</summary>
public sealed class HoldRelease(BatchScreen screen, ChangeRules rules)
{
    /// <summary>Ends a hold by verification, and decides it and what waits behind it.</summary>
    /// <param name="settlement">The transaction.</param>
    /// <param name="office">The office.</param>
    /// <param name="held">The held change.</param>
    /// <param name="change">What it says.</param>
    /// <param name="verification">Evidence that goes into the change; null if a decision stands for it.</param>
    /// <param name="ended">Position of the entry that ended the hold.</param>
    /// <param name="ct">Cancels before the commit.</param>
    public async ValueTask<Settled> ReleaseAsync(
        SettlementWrite settlement, OfficeCode office, PendingChange held, Change change, Verification? verification, long ended, CancellationToken ct)
    {
        var verified = change.Clone();
        if (verification is not null && verified.VoterUpsert is { } upsert)
            upsert.Verification = verification;
        if (verification is not null && verified.VoterNikChange is { } correction)
            correction.Verification = verification;
        var isOtherPerson = held.Code == StateRules.NikOtherPerson.Code;
        await settlement.LoadAsync(office, [verified], ct);
        return await DecideAsync(
            settlement, office, [(held, verified, isOtherPerson), .. await WaitingAsync(settlement, office, held, ct)], new HoldsReleased { Position = ended }, ct);
    }

    /// <summary>Decides held changes that waited for something which is there now.</summary>
    /// <param name="settlement">The transaction.</param>
    /// <param name="office">The office.</param>
    /// <param name="holds">The held changes, oldest first.</param>
    /// <param name="ended">The entry that ended the waiting.</param>
    /// <param name="ct">Cancels before the commit.</param>
    public async ValueTask<Settled> ReleaseAsync(
        SettlementWrite settlement, OfficeCode office, IReadOnlyList<PendingChange> holds, HoldsReleased ended, CancellationToken ct)
    {
        var changes = await settlement.ChangesOfAsync(office, holds, ct);
        return await DecideAsync(settlement, office, [.. holds.Zip(changes, (held, change) => (held, change, false))], ended, ct);
    }

    /// <summary>Gives a held change up and decides what waits behind it.</summary>
    public async ValueTask<Settled> GiveUpAsync(
        SettlementWrite settlement, OfficeCode office, PendingChange held, Change change, string reason, CancellationToken ct)
    {
        var view = settlement.ViewOf(office);
        var decision = new Decision(OutcomeStatus.Rejected, [StateRules.HoldRejected.At("")]);
        var next = settlement.NextEntryOf(office);
        await settlement.LoadAsync(office, [change], ct);
        OutcomeTransition.Settle(view, change, decision.Status, decision.Violations, held, isGivenUp: true, next, 0);
        var act = new SettlementEntry
        {
            Reason = reason,
            HoldRejected = new HoldRejected { Held = RefOf(held) },
        };
        var changes = new[] { new DecidedChange(change, decision, held) };
        await settlement.AppendAsync(office, act, changes, ct);

        var waiting = await WaitingAsync(settlement, office, held, ct);
        var settled = waiting.Count == 0 ? new Settled { Position = next.Position } : await DecideAsync(settlement, office, waiting, new HoldsReleased { Position = next.Position }, ct);
        settled.Changes.Insert(0, SettledOf(changes[0], 0));
        return settled;
    }

    private async ValueTask<Settled> DecideAsync(
        SettlementWrite settlement, OfficeCode office, List<(PendingChange Held, Change Change, bool IsIdentityConfirmed)> queue, HoldsReleased ended, CancellationToken ct)
    {
        var view = settlement.ViewOf(office);
        var next = settlement.NextEntryOf(office);
        await settlement.LoadAsync(office, [.. queue.Select(q => q.Change)], ct);
        var decided = new List<DecidedChange>(queue.Count);
        foreach (var (held, change, isIdentityConfirmed) in queue)
        {
            var screened = screen.CheckChange(change, office, next.OfficeDay, settlement.Regions);
            var decision = screened.IsRejected
                ? new Decision(OutcomeStatus.Rejected, screened.Violations)
                : ChangeDecider.Decide(screened, new DecisionContext(view, held, next.OfficeDay, rules.Severities, IsRelease: true, isIdentityConfirmed));
            OutcomeTransition.Settle(view, change, decision.Status, decision.Violations, held, isGivenUp: false, next, decided.Count);
            decided.Add(new DecidedChange(change, decision, held));
        }

        await settlement.AppendAsync(office, new SettlementEntry { HoldsReleased = ended }, decided, ct);
        var settled = new Settled { Position = next.Position };
        settled.Changes.AddRange(decided.Select(SettledOf));
        return settled;
    }

    // Those of the same person that came after it, oldest first.
    private static async ValueTask<List<(PendingChange Held, Change Change, bool IsIdentityConfirmed)>> WaitingAsync(
        SettlementWrite settlement, OfficeCode office, PendingChange held, CancellationToken ct)
    {
        var waiting = new List<(PendingChange, Change, bool)>();
        if (held.Nik is not { } nik)
            return waiting;
        foreach (var next in settlement.ViewOf(office).OpenHolds(nik, held).Where(p => p.Place > held.Place))
            waiting.Add((next, await settlement.ChangeAtAsync(office, next.Position, next.Index, ct), false));
        return waiting;
    }

    private static SettledChange SettledOf(DecidedChange decided, int index)
    {
        var outcome = new Outcome { Index = index, Status = decided.Decision.Status, Reference = decided.Change.Reference };
        outcome.Violations.AddRange(decided.Decision.Violations);
        return new SettledChange { Origin = decided.Origin is null ? null : RefOf(decided.Origin), Outcome = outcome };
    }

    private static EntryRef RefOf(PendingChange held) => new() { Position = held.Position, Index = held.Index };
}
