using System.Runtime.InteropServices;
using KpuSync.Core.Recap;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Register;

/// <summary>What a group of batches touches in one office: loaded once, changed in memory as they are decided, written once.</summary>
/// <remarks>Each batch sees what the ones before it did. A batch that fails as a whole is rolled back to its <see cref="Savepoint"/>.</remarks>
public sealed partial class OfficeView(OfficeCode office) : IRegister
{
    private readonly Dictionary<Nik, Registration?> _registrations = [];
    private readonly Dictionary<(long Position, int Index), PendingChange> _pending = [];
    private readonly Dictionary<Nik, List<(long Position, int Index)>> _heldByNik = [];
    private readonly HashSet<Nik> _stored = [];
    private readonly HashSet<Nik> _changedNiks = [];
    private readonly HashSet<(long Position, int Index)> _changedPending = [];
    private readonly Dictionary<TallyKey, long> _tallies = [];
    private readonly Dictionary<RecapPeriod, ClosedPeriod> _closedPeriods = [];
    private readonly HashSet<RecapPeriod> _changedPeriods = [];
    private readonly List<Action> _undo = [];

    // What is done for nearly every change that is pushed is kept as values: an undo step for each would be an allocation for each.
    private readonly List<(TallyKey Key, int Count)> _counted = [];
    private readonly List<(Nik Nik, bool WasKnown, Registration? Before, bool IsFirst)> _registered = [];

    /// <inheritdoc/>
    public OfficeCode Office => office;

    /// <summary>Registrations to write, in NIK order so that writes stay local; null is one to delete. Each with whether the store has one of this person.</summary>
    public IEnumerable<(Nik Nik, Registration? Registration, bool IsStored)> ChangedRegistrations =>
        _changedNiks.Order().Select(nik => (nik, _registrations.GetValueOrDefault(nik), _stored.Contains(nik)));

    /// <summary>Pending changes to write, in ledger order.</summary>
    public IEnumerable<PendingChange> ChangedPending => _changedPending.Order().Select(key => _pending[key]);

    /// <summary>Takes what the store holds, unless it is here already.</summary>
    public void Load(Registration registration)
    {
        _stored.Add(registration.Nik);
        _registrations.TryAdd(registration.Nik, registration);
    }

    /// <summary>Takes what the store holds.</summary>
    public void Load(PendingChange pending)
    {
        if (_pending.TryAdd(KeyOf(pending), pending))
            IndexHold(pending);
    }

    /// <inheritdoc/>
    public Registration? Find(Nik nik) => _registrations.GetValueOrDefault(nik);

    /// <inheritdoc/>
    public void Put(Registration registration) => Set(registration.Nik, registration);

    /// <inheritdoc/>
    public void Delete(Nik nik) => Set(nik, null);

    /// <inheritdoc/>
    public bool IsInClosedPeriod(DateOnly day) => _closedPeriods.Count > 0 && _closedPeriods.Keys.Any(p => p.Contains(day));

    /// <inheritdoc/>
    public void Count(TallyKey key, int count)
    {
        AddToTally(key, count);
        _counted.Add((key, count));
    }

    /// <summary>Hands over what was counted since the last time, in key order: it is to be added to what the store holds, and may be added only once.</summary>
    public IReadOnlyList<Tally> TakeTallies()
    {
        var taken = _tallies.Where(t => t.Value != 0).Select(t => new Tally(t.Key, t.Value)).OrderBy(t => t.Key).ToArray();
        _tallies.Clear();
        Forget();
        return taken;
    }

    /// <summary>The open holds of a person, oldest first, without the one that is being corrected.</summary>
    public IReadOnlyList<PendingChange> OpenHolds(Nik nik, PendingChange? corrected = null)
    {
        return _heldByNik.TryGetValue(nik, out var keys) ? OpenOf(keys, corrected) : [];
    }

    /// <summary>A pending change, open or settled; null if that change is not pending.</summary>
    public PendingChange? FindPending(long position, int index) => _pending.GetValueOrDefault((position, index));

    /// <summary>Adds a change that was not applied.</summary>
    public void Add(PendingChange pending)
    {
        var key = KeyOf(pending);
        _pending.Add(key, pending);
        var added = _changedPending.Add(key);
        IndexHold(pending);
        _undo.Add(() =>
        {
            _pending.Remove(key);
            if (added)
                _changedPending.Remove(key);
            ForgetHold(pending);
        });
    }

    /// <summary>Settles a pending change by the change at a later place.</summary>
    public void Settle(PendingChange pending, PendingState state, long position, int index) =>
        Replace(pending, pending with { State = state, SettledPosition = position, SettledIndex = index });

    /// <summary>Notes that a parked change was tried again in vain.</summary>
    public void Retry(PendingChange parked, string code, int attemptsMax, long position, int index) => Replace(parked, parked with
    {
        Code = code,
        Attempts = parked.Attempts + 1,
        State = parked.Attempts + 1 >= attemptsMax ? PendingState.Quarantined : PendingState.Open,
        SettledPosition = position,
        SettledIndex = index,
    });

    /// <summary>Lets a parked change wait from now on as a held one, at the place where it came: what came later is later than the hold.</summary>
    public void Hold(PendingChange parked, string code, long position, int index)
    {
        var held = parked with
        {
            Kind = PendingKind.Held,
            State = PendingState.Open,
            Code = code,
            Attempts = parked.Attempts + 1,
            SettledPosition = position,
            SettledIndex = index,
        };
        Replace(parked, held);
        IndexHold(held);
        _undo.Add(() => ForgetHold(held));
    }

    private void Replace(PendingChange pending, PendingChange now)
    {
        var key = KeyOf(pending);
        _pending[key] = now;
        var added = _changedPending.Add(key);
        _undo.Add(() =>
        {
            _pending[key] = pending;
            if (added)
                _changedPending.Remove(key);
        });
    }

    /// <summary>The recap periods that are closed.</summary>
    public IEnumerable<ClosedPeriod> ClosedPeriods => _closedPeriods.Values;

    /// <summary>Periods to write; null is one that is open again.</summary>
    public IEnumerable<(RecapPeriod Period, ClosedPeriod? Closed)> ChangedPeriods =>
        _changedPeriods.Select(period => (period, _closedPeriods.GetValueOrDefault(period)));

    /// <summary>Takes what the store holds.</summary>
    public void Load(ClosedPeriod closed) => _closedPeriods[closed.Period] = closed;

    /// <summary>The closing of a period; null if it is open.</summary>
    public ClosedPeriod? FindClosed(RecapPeriod period) => _closedPeriods.GetValueOrDefault(period);

    /// <summary>Closes a period.</summary>
    public void Close(ClosedPeriod closed)
    {
        _closedPeriods[closed.Period] = closed;
        _changedPeriods.Add(closed.Period);
    }

    /// <summary>Opens a period again.</summary>
    public void Reopen(RecapPeriod period)
    {
        _closedPeriods.Remove(period);
        _changedPeriods.Add(period);
    }

    /// <summary>A place that <see cref="RollBackTo"/> can return to.</summary>
    public Savepoint Savepoint => new(_undo.Count, _counted.Count, _registered.Count);

    /// <summary>What was done so far stays; there is no going back before here.</summary>
    public void Forget()
    {
        _undo.Clear();
        _counted.Clear();
        _registered.Clear();
    }

    /// <summary>Undoes everything since the savepoint.</summary>
    public void RollBackTo(Savepoint savepoint)
    {
        for (var i = _undo.Count - 1; i >= savepoint.Undo; i--)
            _undo[i]();
        _undo.RemoveRange(savepoint.Undo, _undo.Count - savepoint.Undo);
        foreach (var (key, count) in _counted.Skip(savepoint.Counted))
            AddToTally(key, -count);
        _counted.RemoveRange(savepoint.Counted, _counted.Count - savepoint.Counted);
        for (var i = _registered.Count - 1; i >= savepoint.Registered; i--)
            Unset(_registered[i]);
        _registered.RemoveRange(savepoint.Registered, _registered.Count - savepoint.Registered);
    }

    private void AddToTally(TallyKey key, int count) => CollectionsMarshal.GetValueRefOrAddDefault(_tallies, key, out _) += count;

    private void Set(Nik nik, Registration? registration)
    {
        var wasKnown = _registrations.TryGetValue(nik, out var before);
        _registrations[nik] = registration;
        _registered.Add((nik, wasKnown, before, _changedNiks.Add(nik)));
    }

    private void Unset((Nik Nik, bool WasKnown, Registration? Before, bool IsFirst) set)
    {
        if (set.WasKnown)
            _registrations[set.Nik] = set.Before;
        else
            _registrations.Remove(set.Nik);
        if (set.IsFirst)
            _changedNiks.Remove(set.Nik);
    }

    private void IndexHold(PendingChange pending)
    {
        if (pending is { Kind: PendingKind.Held, Nik: { } nik })
            (CollectionsMarshal.GetValueRefOrAddDefault(_heldByNik, nik, out _) ??= []).Add(KeyOf(pending));
        if (pending is { Kind: PendingKind.Held, Item: { } item })
            (CollectionsMarshal.GetValueRefOrAddDefault(_heldByItem, item, out _) ??= []).Add(KeyOf(pending));
    }

    private void ForgetHold(PendingChange pending)
    {
        if (pending is { Kind: PendingKind.Held, Nik: { } nik })
            _heldByNik[nik].Remove(KeyOf(pending));
        if (pending is { Kind: PendingKind.Held, Item: { } item })
            _heldByItem[item].Remove(KeyOf(pending));
    }

    private PendingChange[] OpenOf(List<(long Position, int Index)> keys, PendingChange? corrected) =>
        [.. keys.Order().Select(key => _pending[key]).Where(p => p.State is PendingState.Open && p != corrected)];

    private static (long Position, int Index) KeyOf(PendingChange pending) => (pending.Position, pending.Index);
}
