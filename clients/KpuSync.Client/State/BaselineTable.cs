using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using Microsoft.Data.Sqlite;

namespace KpuSync.Client.State;

/// <summary>The baseline for one comparison, found by NIK in one probe.</summary>
/// <remarks>
/// A million voters that lie in the cache file are used from there (40 bytes each, read only); memory of its own the table needs only for the numbers of
/// voters that are new to it (8 bytes each) and for what was seen of each in the export (8 bytes).
/// </remarks>
internal sealed class BaselineTable : IDisposable
{
    private static readonly Entry Unknown;

    private readonly MappedEntries? _mapped;
    private readonly Entry[] _loaded;
    private readonly ChunkedList<long> _new = new();
    private readonly ChunkedList<Seen> _seen = new();
    private int[] _slots = [];
    private int _mask;
    private int _next;
    private int _jumps;
    private Dictionary<long, int>? _byDpid;

    private BaselineTable(MappedEntries? mapped, Entry[] loaded)
    {
        (_mapped, _loaded) = (mapped, loaded);
        KnownCount = mapped?.Count ?? loaded.Length;
        _seen.Grow(KnownCount);
    }

    /// <summary>Voters in the table, those that only the export has included.</summary>
    public int Count => _seen.Count;

    /// <summary>Those of them that the baseline has; they come first.</summary>
    public int KnownCount { get; }

    /// <summary>Voters that the server is known to hold as active.</summary>
    public int ActiveCount { get; private set; }

    /// <summary>True if many voters were asked for in another order than they stand in the table.</summary>
    public bool WasOutOfOrder => _jumps > Count / 20;

    /// <summary>What the baseline has of the voter at a place; nothing of one that only the export has.</summary>
    public ref readonly Entry this[int index]
    {
        get
        {
            if (index >= KnownCount)
                return ref Unknown;
            return ref _mapped is null ? ref _loaded[index] : ref _mapped[index];
        }
    }

    /// <summary>A table of entries that stand in the order in which they will be asked for.</summary>
    public static BaselineTable Of(MappedEntries entries, int activeCount) => new(entries, []) { ActiveCount = activeCount };

    public static BaselineTable Load(SqliteConnection connection)
    {
        var (entries, count, active) = (new Entry[BaselineReader.Count(connection)], 0, 0);
        BaselineReader.ReadAll(connection, (in Entry read) =>
        {
            entries[count++] = read;
            active += read.State.IsActive ? 1 : 0;
        });
        return new BaselineTable(null, entries) { ActiveCount = active };
    }

    public static BaselineTable Empty() => new(null, []);

    /// <summary>The number of the voter at a place.</summary>
    public long NikOf(int index) => index < KnownCount ? this[index].Nik : _new[index - KnownCount];

    /// <summary>What the export said of a voter.</summary>
    public ref Seen SeenOf(int index) => ref _seen[index];

    public void Dispose() => _mapped?.Dispose();

    /// <summary>The voter's place, made if it is not there.</summary>
    public int FindOrAdd(long nik)
    {
        // Usually the voter is the one behind the last: the table stands in the order of the export.
        if (_next < Count && NikOf(_next) == nik)
            return _next++;
        _jumps++;
        var found = Find(nik);
        if (found >= 0)
        {
            _next = found + 1;
            return found;
        }

        if (Count + 1 > _slots.Length / 2)
            Rehash(Count + 1);
        _new.Add(nik);
        _seen.Grow(Count + 1);
        var slot = Hash(nik) & _mask;
        while (_slots[slot] != 0)
            slot = (slot + 1) & _mask;
        _slots[slot] = Count;
        return Count - 1;
    }

    /// <summary>The voter's place, or -1.</summary>
    public int Find(long nik)
    {
        if (_slots.Length == 0)
            Rehash(Count);
        for (var slot = Hash(nik) & _mask; _slots[slot] != 0; slot = (slot + 1) & _mask)
        {
            if (NikOf(_slots[slot] - 1) == nik)
                return _slots[slot] - 1;
        }

        return -1;
    }

    /// <summary>The active voter of the baseline that has this row id in the office's own system, or -1.</summary>
    public int FindActiveByDpid(long dpid)
    {
        if (dpid == 0)
            return -1;
        _byDpid ??= IndexDpids();
        return _byDpid.TryGetValue(dpid, out var index) ? index : -1;
    }

    // A row id that two voters share identifies neither.
    private Dictionary<long, int> IndexDpids()
    {
        var index = new Dictionary<long, int>();
        for (var i = 0; i < KnownCount; i++)
        {
            ref readonly var entry = ref this[i];
            if (entry.Dpid != 0 && entry.State.IsActive && !index.TryAdd(entry.Dpid, i))
                index[entry.Dpid] = -1;
        }

        return index;
    }

    private void Rehash(int capacity)
    {
        _slots = new int[SlotsFor(capacity * 2)];
        _mask = _slots.Length - 1;
        for (var i = 0; i < Count; i++)
        {
            var slot = Hash(NikOf(i)) & _mask;
            while (_slots[slot] != 0)
                slot = (slot + 1) & _mask;
            _slots[slot] = i + 1;
        }
    }

    private static int SlotsFor(int count) => (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, count + 2));

    private static int Hash(long nik) => (int)(((ulong)nik * 0x9E3779B97F4A7C15) >> 33);

    /// <summary>One voter.</summary>
    [SuppressMessage("Design", "CA1051:Do not declare visible instance fields", Justification = "An element of one large array, changed in place.")]
    public struct Entry
    {
        public long Nik;
        public ulong RowHash;
        public ulong RecordHash;
        public long Dpid;
        public VoterState State;
    }

    /// <summary>What the export that is compared said of one voter.</summary>
    [SuppressMessage("Design", "CA1051:Do not declare visible instance fields", Justification = "An element of one large array, changed in place.")]
    public struct Seen
    {
        /// <summary>The first row that has this NIK; 0 if none was seen.</summary>
        public int Row;

        /// <summary>What that row's KET says.</summary>
        public byte Ket;

        /// <summary>True if that row says what it said when the server took it.</summary>
        public bool IsRecognised;

        /// <summary>True if the NIK stands in more than one row.</summary>
        public bool IsRepeated;
    }
}
