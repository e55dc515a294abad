using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace KpuSync.Client.State;

/// <summary>The baseline in memory for one comparison: a million voters in some 60 MB, found by NIK in one probe.</summary>
internal sealed class BaselineTable
{
    private Entry[] _entries;
    private int[] _slots;
    private int _mask;
    private Dictionary<long, int>? _byDpid;

    private BaselineTable(int capacity)
    {
        _entries = new Entry[Math.Max(16, capacity)];
        _slots = new int[SlotsFor(capacity)];
        _mask = _slots.Length - 1;
    }

    /// <summary>Voters in the table, those that only the export has included.</summary>
    public int Count { get; private set; }

    /// <summary>Voters that the server is known to hold as active.</summary>
    public int ActiveCount { get; private set; }

    public ref Entry this[int index] => ref _entries[index];

    public static BaselineTable Load(SqliteConnection connection)
    {
        var table = new BaselineTable((int)(long)connection.Scalar("SELECT count(*) FROM baseline")!);

        // Straight from the library: a data reader costs several times the query itself on a million rows.
        var code = raw.sqlite3_prepare_v2(connection.Handle, "SELECT nik, row_hash, record_hash, dpid, info FROM baseline", out var statement);
        SqliteException.ThrowExceptionForRC(code, connection.Handle);
        using (statement)
        {
            while ((code = raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
            {
                ref var entry = ref table._entries[table.FindOrAdd(raw.sqlite3_column_int64(statement, 0))];
                entry.RowHash = (ulong)raw.sqlite3_column_int64(statement, 1);
                entry.RecordHash = (ulong)raw.sqlite3_column_int64(statement, 2);
                entry.Dpid = raw.sqlite3_column_int64(statement, 3);
                entry.State = new VoterState(raw.sqlite3_column_int64(statement, 4));
                if (entry.State.IsActive)
                    table.ActiveCount++;
            }

            if (code != raw.SQLITE_DONE)
                SqliteException.ThrowExceptionForRC(code, connection.Handle);
        }

        return table;
    }

    public static BaselineTable Empty() => new(16);

    /// <summary>The voter's place, made if it is not there.</summary>
    public int FindOrAdd(long nik)
    {
        if (Count + 1 > _slots.Length / 2)
            Rehash();
        var slot = Hash(nik) & _mask;
        for (; _slots[slot] != 0; slot = (slot + 1) & _mask)
        {
            if (_entries[_slots[slot] - 1].Nik == nik)
                return _slots[slot] - 1;
        }

        if (Count == _entries.Length)
            Array.Resize(ref _entries, _entries.Length + Math.Max(1_024, _entries.Length / 2));
        _entries[Count].Nik = nik;
        _slots[slot] = ++Count;
        return Count - 1;
    }

    /// <summary>The voter's place, or -1.</summary>
    public int Find(long nik)
    {
        for (var slot = Hash(nik) & _mask; _slots[slot] != 0; slot = (slot + 1) & _mask)
        {
            if (_entries[_slots[slot] - 1].Nik == nik)
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
        for (var i = 0; i < Count; i++)
        {
            ref readonly var entry = ref _entries[i];
            if (entry.Dpid != 0 && entry.State.IsActive && !index.TryAdd(entry.Dpid, i))
                index[entry.Dpid] = -1;
        }

        return index;
    }

    private void Rehash()
    {
        _slots = new int[SlotsFor(Count * 2)];
        _mask = _slots.Length - 1;
        for (var i = 0; i < Count; i++)
        {
            var slot = Hash(_entries[i].Nik) & _mask;
            while (_slots[slot] != 0)
                slot = (slot + 1) & _mask;
            _slots[slot] = i + 1;
        }
    }

    private static int SlotsFor(int count) => (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, (count * 2) + 2));

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

        /// <summary>The first row of the export that has this NIK; 0 if none was seen.</summary>
        public int SeenRow;

        /// <summary>Where that row lies in the spool; -1 if it was recognised as unchanged.</summary>
        public int SeenHandle;

        /// <summary>What that row's KET says.</summary>
        public byte SeenKet;

        /// <summary>True if the NIK stands in more than one row.</summary>
        public bool Repeated;
    }
}
