using Google.Protobuf.WellKnownTypes;
using KpuSync.Contracts.V1;
using KpuSync.Core.Register;

namespace KpuSync.Core.Duplicates;

/// <summary>The cases that a page of entries touches, changed in memory: sides come and go, and a case opens, closes and opens again by what its sides are.</summary>
internal sealed class CaseBook
{
    private readonly Dictionary<long, DuplicateCase> _cases = [];
    private readonly Dictionary<long, CaseState> _statesBefore = [];
    private readonly Dictionary<RegistrationKey, List<long>> _bySide = [];
    private readonly HashSet<long> _changed = [];
    private readonly List<(DuplicateCase Case, CaseSide Side)> _arrived = [];
    private long _fresh;

    public CaseBook(IEnumerable<DuplicateCase> known)
    {
        foreach (var duplicate in known)
            Take(duplicate);
    }

    /// <summary>Cases that changed. A new one has a number below 0 until it is saved.</summary>
    public IEnumerable<DuplicateCase> Changed => _changed.Order().Select(id => _cases[id]);

    /// <summary>Sides that came to a case, or with it to another office.</summary>
    public IReadOnlyList<(DuplicateCase Case, CaseSide Side)> Arrived => _arrived;

    /// <summary>True if the case has no number yet.</summary>
    public static bool IsNew(DuplicateCase duplicate) => duplicate.CaseId < 0;

    /// <summary>True if the case opened, closed or opened again.</summary>
    public bool StateChanged(DuplicateCase duplicate) => _statesBefore.GetValueOrDefault(duplicate.CaseId) != duplicate.State;

    /// <summary>Tells whether a registration is active now.</summary>
    public void Touch(RegistrationKey key, bool isActive)
    {
        foreach (var side in SidesOf(key, heldPosition: 0, heldIndex: 0))
            Set(side, isActive);
    }

    /// <summary>The registration goes on under another number, or in another office.</summary>
    public void Move(RegistrationKey from, RegistrationKey to)
    {
        foreach (var (duplicate, side) in SidesOf(from, heldPosition: 0, heldIndex: 0).ToList())
        {
            if (SidesOf(to, heldPosition: 0, heldIndex: 0).Any(s => s.Case == duplicate))
                continue;
            duplicate.Sides.Remove(side);
            (side.Nik, side.OfficeCode) = (to.Nik.ToFullText(), to.Office.Value);
            Insert(duplicate, side);
            if (duplicate.Sides.All(s => CaseShape.KeyOf(s) != from))
                _bySide[from].Remove(duplicate.CaseId);
            if (from.Office != to.Office)
                _arrived.Add((duplicate, side));
        }
    }

    /// <summary>A held change that was a side is settled.</summary>
    public void EndHeld(RegistrationKey key, long position, int index)
    {
        foreach (var side in SidesOf(key, position, index))
            Set(side, isActive: false);
    }

    /// <summary>Two registrations seem to be one person.</summary>
    public void Join(CasePair pair)
    {
        var first = CasesOf(pair.First).ToList();
        var second = CasesOf(pair.Second).ToList();
        var both = first.Intersect(second).Select(id => _cases[id]).FirstOrDefault();
        if (both is not null)
        {
            Strengthen(both, pair);
            MergeOpen(both, first.Concat(second));
            return;
        }

        var target = first.Concat(second).Select(id => _cases[id]).FirstOrDefault(c => c.State is CaseState.Open) ?? Create(pair);
        MergeOpen(target, first.Concat(second));
        Add(target, pair.First);
        Add(target, pair.Second);
        Strengthen(target, pair);
    }

    /// <summary>The sides that are held changes and wait still.</summary>
    public IReadOnlyList<(RegistrationKey Key, long Position, int Index)> HeldSides =>
        [.. _cases.Values.SelectMany(c => c.Sides).Where(s => s.HeldPosition > 0 && s.Active).Select(s => (CaseShape.KeyOf(s), s.HeldPosition, s.HeldIndex))];

    /// <summary>The registrations that are sides.</summary>
    public IReadOnlyList<RegistrationKey> Registrations =>
        [.. _cases.Values.SelectMany(c => c.Sides).Where(s => s.HeldPosition == 0).Select(CaseShape.KeyOf).Distinct().Order()];

    /// <summary>A held change says that the number belongs to somebody else.</summary>
    public void JoinHeld(RegistrationKey key, long position, int index)
    {
        if (SidesOf(key, position, index).Any())
            return;
        var target = Create(new CasePair(key, key, CaseClass.K2, 0, []));
        Add(target, key);
        target.Sides.Add(new CaseSide { OfficeCode = key.Office.Value, Nik = key.Nik.ToFullText(), Active = true, HeldPosition = position, HeldIndex = index });
    }

    /// <summary>Opens and closes cases by what their sides are now.</summary>
    public void Settle(DateTimeOffset now)
    {
        foreach (var duplicate in Changed)
        {
            var active = duplicate.Sides.Count(s => s.Active);
            if (duplicate.State is CaseState.Open && active < 2)
                (duplicate.State, duplicate.CloseTime) = (CaseState.Closed, Timestamp.FromDateTimeOffset(now));
            else if (duplicate.State is CaseState.Closed or CaseState.Decided && active >= 2)
                Reopen(duplicate);
            if (duplicate.State is CaseState.Open)
                duplicate.OpenTime ??= Timestamp.FromDateTimeOffset(now);
            duplicate.Reach = duplicate.Sides.Count == 0 ? duplicate.Reach : CaseShape.ReachOf(duplicate);
            duplicate.Version++;
        }
    }

    private static void Reopen(DuplicateCase duplicate)
    {
        (duplicate.State, duplicate.CloseTime, duplicate.DecidedBy, duplicate.DecisionReason) = (CaseState.Open, null, "", "");
        foreach (var side in duplicate.Sides)
            side.Kept = false;
    }

    private DuplicateCase Create(CasePair pair)
    {
        var created = new DuplicateCase { CaseId = --_fresh, Class = pair.Class, State = CaseState.Open, Score = pair.Score };
        created.Reasons.AddRange(pair.Reasons);
        _cases.Add(created.CaseId, created);
        _changed.Add(created.CaseId);
        return created;
    }

    private void Add(DuplicateCase duplicate, RegistrationKey key)
    {
        if (CasesOf(key).Contains(duplicate.CaseId))
            return;
        var side = new CaseSide { OfficeCode = key.Office.Value, Nik = key.Nik.ToFullText(), Active = true };
        Insert(duplicate, side);
        _arrived.Add((duplicate, side));
    }

    private void Insert(DuplicateCase duplicate, CaseSide side)
    {
        var key = CaseShape.KeyOf(side);
        var place = 0;
        while (place < duplicate.Sides.Count && CaseShape.KeyOf(duplicate.Sides[place]) is var other && (other.Office, other.Nik).CompareTo((key.Office, key.Nik)) < 0)
            place++;
        duplicate.Sides.Insert(place, side);
        Index(key, duplicate.CaseId);
        _changed.Add(duplicate.CaseId);
    }

    // The lower class says more: the same number and person, the same number, a similar person.
    private void Strengthen(DuplicateCase duplicate, CasePair pair)
    {
        if (pair.Class < duplicate.Class || (pair.Class == duplicate.Class && pair.Score > duplicate.Score))
        {
            (duplicate.Class, duplicate.Score) = (pair.Class, pair.Score);
            duplicate.Reasons.Clear();
            duplicate.Reasons.AddRange(pair.Reasons);
            _changed.Add(duplicate.CaseId);
        }

        Touch(pair.First, isActive: true);
        Touch(pair.Second, isActive: true);
    }

    // One person is one case.
    private void MergeOpen(DuplicateCase target, IEnumerable<long> cases)
    {
        foreach (var other in cases.Distinct().Select(id => _cases[id]).Where(c => c != target && c.State is CaseState.Open).ToList())
            Merge(target, other);
    }

    private void Merge(DuplicateCase target, DuplicateCase other)
    {
        foreach (var side in other.Sides.Where(s => s.HeldPosition == 0))
            Add(target, CaseShape.KeyOf(side));
        foreach (var side in other.Sides.Where(s => s.HeldPosition > 0))
            Insert(target, side.Clone());
        foreach (var side in other.Sides)
            _bySide[CaseShape.KeyOf(side)].Remove(other.CaseId);

        // Without sides it is nobody's case any more; the number is not used again.
        other.Sides.Clear();
        _changed.Add(other.CaseId);
    }

    private void Take(DuplicateCase duplicate)
    {
        _cases.Add(duplicate.CaseId, duplicate);
        _statesBefore.Add(duplicate.CaseId, duplicate.State);
        foreach (var key in duplicate.Sides.Select(CaseShape.KeyOf).Distinct())
            Index(key, duplicate.CaseId);
    }

    private void Set((DuplicateCase Case, CaseSide Side) at, bool isActive)
    {
        if (at.Side.Active == isActive)
            return;
        at.Side.Active = isActive;
        _changed.Add(at.Case.CaseId);
    }

    private IEnumerable<(DuplicateCase Case, CaseSide Side)> SidesOf(RegistrationKey key, long heldPosition, int heldIndex) =>
        from id in CasesOf(key)
        from side in _cases[id].Sides
        where side.HeldPosition == heldPosition && side.HeldIndex == heldIndex && CaseShape.KeyOf(side) == key
        select (_cases[id], side);

    private List<long> CasesOf(RegistrationKey key) => _bySide.TryGetValue(key, out var ids) ? ids : [];

    private void Index(RegistrationKey key, long caseId)
    {
        if (!_bySide.TryGetValue(key, out var ids))
            _bySide.Add(key, ids = []);
        if (!ids.Contains(caseId))
            ids.Add(caseId);
    }
}
