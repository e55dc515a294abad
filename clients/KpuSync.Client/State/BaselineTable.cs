using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace KpuSync.Client.State;

/// <summary>The baseline for one comparison, found by NIK in one probe.</summary>
/// <remarks>
/// A million voters that lie in the cache file are used from there (40 bytes each, read only); memory of its own the table needs only for the numbers of
/// voters that are new to it (8 bytes each) and for what was seen of each in the export (8 bytes).
/// </remarks>
internal sealed class BaselineTable : IDisposable
{
    // Rows of the export whose voters are put in order at once: 40 MB.
    private const int SliceRows = 1_000_000;

    private static readonly Entry Unknown;

    private readonly MappedEntries? _mapped;
    private readonly Entry[] _loaded;
    private readonly int _knownCount;
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
        _knownCount = mapped?.Count ?? loaded.Length;
        _seen.Grow(_knownCount);
    }

    /// <summary>Voters in the table, those that only the export has included.</summary>
    public int Count => _seen.Count;

    /// <summary>Voters that the server is known to hold as active.</summary>
    public int ActiveCount { get; private set; }

    /// <summary>True if many voters were asked for in another order than they stand in the table.</summary>
    public bool WasOutOfOrder => _jumps > Count / 20;

    /// <summary>What the baseline has of the voter at a place; nothing of one that only the export has.</summary>
    public ref readonly Entry this[int index]
    {
        get
        {
            if (index >= _knownCount)
                return ref Unknown;
            return ref _mapped is null ? ref _loaded[index] : ref _mapped[index];
        }
    }

    /// <summary>A table of entries that stand in the order in which they will be asked for.</summary>
    public static BaselineTable Of(MappedEntries entries, int activeCount) => new(entries, []) { ActiveCount = activeCount };

    public static BaselineTable Load(SqliteConnection connection)
    {
        var (entries, count, active) = (new Entry[CountIn(connection)], 0, 0);
        Read(connection, (in Entry read) =>
        {
            entries[count++] = read;
            active += read.State.IsActive ? 1 : 0;
        });
        return new BaselineTable(null, entries) { ActiveCount = active };
    }

    public static BaselineTable Empty() => new(null, []);

    /// <summary>The number of the voter at a place.</summary>
    public long NikOf(int index) => index < _knownCount ? this[index].Nik : _new[index - _knownCount];

    /// <summary>What the export said of a voter.</summary>
    public ref Seen SeenOf(int index) => ref _seen[index];

    public void Dispose() => _mapped?.Dispose();

    /// <summary>The baseline as the database has it now, in the order in which this table's voters were seen in the export; the others behind them.</summary>
    public void InOrderSeen(SqliteConnection connection, Take take)
    {
        var last = 0;
        for (var i = 0; i < Count; i++)
            last = Math.Max(last, _seen[i].Row);
        var left = CountIn(connection);
        var (rows, entries) = (new List<int>(), new List<Entry>());
        for (var first = 1; first <= last; first += SliceRows)
        {
            rows.Clear();
            entries.Clear();
            Read(connection, (in Entry read) =>
            {
                var row = RowOf(read.Nik);
                if (row < first || row >= first + SliceRows)
                    return;
                rows.Add(row);
                entries.Add(read);
            });
            CollectionsMarshal.AsSpan(rows).Sort(CollectionsMarshal.AsSpan(entries));
            foreach (ref readonly var entry in CollectionsMarshal.AsSpan(entries))
                take(entry);
            left -= entries.Count;
        }

        // A complete export has everybody.
        if (left == 0)
            return;
        Read(connection, (in Entry read) =>
        {
            if (RowOf(read.Nik) == 0)
                take(read);
        });
    }

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
        for (var i = 0; i < _knownCount; i++)
        {
            ref readonly var entry = ref this[i];
            if (entry.Dpid != 0 && entry.State.IsActive && !index.TryAdd(entry.Dpid, i))
                index[entry.Dpid] = -1;
        }

        return index;
    }

    private static int CountIn(SqliteConnection connection) => (int)(long)connection.Scalar("SELECT count(*) FROM baseline")!;

    // Straight from the library: a data reader costs several times the query itself on a million rows.
    private static void Read(SqliteConnection connection, Take take)
    {
        var code = raw.sqlite3_prepare_v2(connection.Handle, "SELECT nik, row_hash, record_hash, dpid, info FROM baseline", out var statement);
        SqliteException.ThrowExceptionForRC(code, connection.Handle);
        using (statement)
        {
            while ((code = raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
            {
                take(new Entry
                {
                    Nik = raw.sqlite3_column_int64(statement, 0),
                    RowHash = (ulong)raw.sqlite3_column_int64(statement, 1),
                    RecordHash = (ulong)raw.sqlite3_column_int64(statement, 2),
                    Dpid = raw.sqlite3_column_int64(statement, 3),
                    State = new VoterState(raw.sqlite3_column_int64(statement, 4)),
                });
            }

            if (code != raw.SQLITE_DONE)
                SqliteException.ThrowExceptionForRC(code, connection.Handle);
        }
    }

    // The first row of the export that has this voter; 0 if none has.
    private int RowOf(long nik) => Find(nik) is >= 0 and var index ? _seen[index].Row : 0;

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

    public delegate void Take(in Entry entry);

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
