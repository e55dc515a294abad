using KpuSync.Contracts.V1;
using KpuSync.Core.Items;
using KpuSync.Core.Recap;
using KpuSync.Core.Register;
using KpuSync.Core.Settlements;
using KpuSync.Core.Store;
using KpuSync.Rules.Chain;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Ledger;

/// <summary>A registration, an item, a waiting change or a tally of the recap that is stored otherwise than the ledger says.</summary>
/// <param name="What">The NIK of a registration, masked, <c>item KIND KEY VERSION</c>, <c>pending POSITION:INDEX</c>, <c>tally DAY VILLAGE TPS MEASURE SEX</c>, or <c>period PERIOD</c>.</param>
/// <param name="Problem"><c>missing</c>, <c>surplus</c> or <c>differs</c>.</param>
public sealed record RegisterDifference(string What, string Problem);

/// <summary>Result of rebuilding an office's register.</summary>
/// <param name="Office">The office.</param>
/// <param name="Registrations">Registrations that the ledger amounts to, active and removed.</param>
/// <param name="Active">Those that are active.</param>
/// <param name="Pending">Held and parked changes, open or settled.</param>
/// <param name="Differences">Where the register differs; none if it equals the ledger.</param>
public sealed record RebuildReport(OfficeCode Office, int Registrations, int Active, int Pending, IReadOnlyList<RegisterDifference> Differences);

/// <summary>Rebuilds registers, items, waiting changes and tallies from the ledger's recorded outcomes, never deciding again, and compares them with what is stored.</summary>
public sealed class RebuildHandler(ILedgerStore store, ILedgerReader ledger, IRecapReader recap)
{
    private const int PageEntries = 64;

    /// <summary>Checks every office.</summary>
    public async IAsyncEnumerable<RebuildReport> CheckAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var head in await ledger.HeadsOfAsync(OfficeCode.Centre, ct))
            yield return await CheckAsync(head.Office, ct);
    }

    /// <summary>Writes one office's register, items, waiting changes and tallies anew from its ledger.</summary>
    public async Task WriteAsync(OfficeCode office, CancellationToken ct)
    {
        await using var write = await store.BeginWriteAsync([office], ct);
        await write.ClearAsync(office, ct);
        var rebuilt = await RebuildAsync(office, ct);
        await write.CommitAsync([rebuilt], ct);
    }

    /// <summary>Checks one office.</summary>
    public async Task<RebuildReport> CheckAsync(OfficeCode office, CancellationToken ct)
    {
        var rebuilt = await RebuildAsync(office, ct);
        var registrations = rebuilt.ChangedRegistrations.Where(r => r.Registration is not null).ToDictionary(r => r.Nik, r => r.Registration!);
        var pending = rebuilt.ChangedPending.ToDictionary(p => (p.Position, p.Index));
        var tallies = rebuilt.TakeTallies().ToDictionary(t => t.Key);
        var differences = new List<RegisterDifference>();
        var (count, active, waiting) = (registrations.Count, registrations.Values.Count(r => r.IsActive), pending.Count);

        await CompareAsync(ledger.RegistrationsOfAsync(office, ct), registrations, r => r.Nik, AreEqual, nik => nik.ToString(), differences);
        await CompareAsync(
            ledger.ItemsOfAsync(office, ct), rebuilt.AddedItems.ToDictionary(i => (i.Key, i.Version)), i => (i.Key, i.Version), AreEqual,
            i => $"item {i.Key} {i.Version}", differences);
        await CompareAsync(ledger.PendingOfAsync(office, ct), pending, p => (p.Position, p.Index), (a, b) => a == b, p => $"pending {p.Position}:{p.Index}", differences);
        await CompareAsync(ledger.TalliesOfAsync(office, ct), tallies, t => t.Key, (a, b) => a == b, key => key.ToString(), differences);
        await CompareAsync(
            (await recap.ClosedPeriodsAsync(office, ct)).Where(c => c.Office == office).ToAsyncEnumerable(),
            rebuilt.ClosedPeriods.ToDictionary(c => c.Period.ToString()), c => c.Period.ToString(), (a, b) => a == b, period => $"period {period}", differences);
        return new RebuildReport(office, count, active, waiting, differences);
    }

    // Takes out of `expected` what is stored; what is left there is missing.
    private static async Task CompareAsync<TKey, TItem>(
        IAsyncEnumerable<TItem> stored,
        Dictionary<TKey, TItem> expected,
        Func<TItem, TKey> keyOf,
        Func<TItem, TItem, bool> areEqual,
        Func<TKey, string> nameOf,
        List<RegisterDifference> differences)
        where TKey : notnull
    {
        await foreach (var item in stored)
        {
            var key = keyOf(item);
            if (!expected.Remove(key, out var known))
                differences.Add(new RegisterDifference(nameOf(key), "surplus"));
            else if (!areEqual(item, known))
                differences.Add(new RegisterDifference(nameOf(key), "differs"));
        }

        differences.AddRange(expected.Keys.Order().Select(key => new RegisterDifference(nameOf(key), "missing")));
    }

    private async Task<OfficeView> RebuildAsync(OfficeCode office, CancellationToken ct)
    {
        var view = new OfficeView(office);
        var positions = new Dictionary<(string Producer, long Sequence), long>();
        var position = 0L;
        while (true)
        {
            var page = await ledger.EntriesAfterAsync(office, position, PageEntries, ct);
            if (page.Count == 0)
                return view;
            foreach (var entry in page)
            {
                if (entry.Kind is EntryKind.Batch)
                {
                    positions[(entry.ProducerId!, entry.Sequence!.Value)] = entry.Position;
                    ApplyBatch(view, entry, sequence => positions.TryGetValue((entry.ProducerId!, sequence), out var known) ? known : null);
                }
                else if (entry.Kind is EntryKind.Settlement)
                {
                    ApplySettlement(view, entry);
                }
                else if (entry.Kind is EntryKind.RecapPeriod)
                {
                    RecapTransition.Apply(view, RecapPeriodEntry.Parser.ParseFrom(entry.Payload), entry.Position);
                }

                view.Forget();
            }

            position = page[^1].Position;
        }
    }

    private static void ApplyBatch(OfficeView view, LedgerEntry entry, Func<long, long?> positionOf)
    {
        var unpacked = BatchBlob.Unpack(entry.Payload);
        var outcomes = Receipt.Parser.ParseFrom(entry.Receipt).Outcomes.ToDictionary(o => o.Index);
        var moment = EntryMoment.Of(entry);
        var statuses = Array.ConvertAll(entry.Statuses, s => (OutcomeStatus)s);
        var failed = unpacked.Mode is BatchMode.AllOrNothing && Array.Exists(statuses, OutcomeTransition.FailsBatch);
        for (var i = 0; i < statuses.Length; i++)
        {
            var change = unpacked.Parse(i);
            IReadOnlyList<Violation> violations = outcomes.TryGetValue(i, out var outcome) ? outcome.Violations : [];
            if (failed)
                OutcomeTransition.Park(view, change, violations, moment, i);
            else
                OutcomeTransition.Apply(view, change, statuses[i], violations, OutcomeTransition.FindCorrected(view, change, positionOf), moment, i);
        }
    }

    private static void ApplySettlement(OfficeView view, LedgerEntry entry)
    {
        var stored = StoredSettlement.Of(entry);
        var moment = EntryMoment.Of(entry);
        if (stored.Act.ChangesDiscarded is { } discarded)
            Discard(view, discarded, entry.Position);
        for (var i = 0; i < stored.Statuses.Length; i++)
        {
            var origin = view.FindPending(stored.Act.Origins[i].Position, stored.Act.Origins[i].Index);
            var (change, status, violations) = (stored.Changes.Parse(i), stored.Statuses[i], stored.ViolationsOf(i));
            if (stored.Act.ChangesReplayed is { } replayed)
            {
                OutcomeTransition.Replay(view, change, status, violations, origin!, moment, i, replayed.AttemptsMax);
                continue;
            }

            var isGivenUp = stored.Act.ActCase is SettlementEntry.ActOneofCase.HoldRejected;
            OutcomeTransition.Settle(view, change, status, violations, origin, isGivenUp, moment, i);
        }
    }

    private static void Discard(OfficeView view, ChangesDiscarded discarded, long position)
    {
        for (var i = 0; i < discarded.Changes.Count; i++)
            view.Settle(view.FindPending(discarded.Changes[i].Position, discarded.Changes[i].Index)!, PendingState.Discarded, position, i);
    }

    private static bool AreEqual(Item a, Item b) =>
        (a.Position, a.Index) == (b.Position, b.Index) && a.Record.AsSpan().SequenceEqual(b.Record);

    private static bool AreEqual(Registration a, Registration b) =>
        a.Ground == b.Ground && a.Position == b.Position && a.Index == b.Index && a.EffectiveDate == b.EffectiveDate
        && a.Verified == b.Verified && a.DecidedCase == b.DecidedCase && a.EnteredAs == b.EnteredAs
        && a.Record.AsSpan().SequenceEqual(b.Record);
}
