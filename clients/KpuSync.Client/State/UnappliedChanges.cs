using Google.Protobuf;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Registry;
using Microsoft.Data.Sqlite;

namespace KpuSync.Client.State;

/// <summary>Changes that the server holds, parked or refused, until a mended row settles them.</summary>
internal sealed class UnappliedChanges
{
    private readonly Dictionary<long, UnappliedChange> _byNik = [];
    private readonly Dictionary<long, UnappliedChange> _byDpid = [];
    private readonly Dictionary<(string Source, int Row), UnappliedChange> _byRow = [];

    public int Count { get; private set; }

    public static UnappliedChanges Load(SqliteConnection connection)
    {
        var all = new UnappliedChanges();
        using var command = connection.Prepare("SELECT sequence, idx, nik, dpid, row_hash, row, source, outcome FROM unapplied ORDER BY sequence, idx");
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            all.Add(new UnappliedChange(
                new ChangePlace(reader.GetInt64(0), reader.GetInt32(1)),
                reader.GetInt64(2),
                reader.GetInt64(3),
                (ulong)reader.GetInt64(4),
                reader.GetInt32(5),
                reader.GetString(6),
                Outcome.Parser.ParseFrom(reader.GetFieldValue<byte[]>(7))));
        }

        return all;
    }

    public UnappliedChange? OfNik(long nik) => _byNik.GetValueOrDefault(nik);

    public UnappliedChange? OfDpid(long dpid) => dpid == 0 ? null : _byDpid.GetValueOrDefault(dpid);

    public UnappliedChange? OfRow(string source, int row) => _byRow.GetValueOrDefault((source, row));

    // The newest wins: it is the one that the last report named.
    private void Add(UnappliedChange change)
    {
        Count++;
        _byNik[change.Nik] = change;
        if (change.Dpid != 0)
            _byDpid[change.Dpid] = change;
        if (change.Row != 0)
            _byRow[(change.Source, change.Row)] = change;
    }
}

/// <summary>One change that was not applied.</summary>
/// <param name="Place">Where it stands in the outbox.</param>
/// <param name="Nik">Its voter.</param>
/// <param name="Dpid">Its row id as a number; 0 for none.</param>
/// <param name="RowHash">Hash of its row.</param>
/// <param name="Row">Its row.</param>
/// <param name="Source">Its file.</param>
/// <param name="Outcome">What the server said.</param>
internal sealed record UnappliedChange(ChangePlace Place, long Nik, long Dpid, ulong RowHash, int Row, string Source, Outcome Outcome)
{
    /// <summary>True for a correction to a number that somebody else has: what is said of that number next is said of the other, and settles nothing here.</summary>
    public bool IsOfTakenNumber { get; } = Outcome.Violations.Any(v => v.Code == StateRules.NikTaken.Code);
}

/// <summary>Writes changes that were not applied, inside the transaction that stores their receipt.</summary>
internal sealed class UnappliedWriter : IDisposable
{
    private readonly Statement _add;
    private readonly Statement _settlePlace;
    private readonly Statement _settleNik;

    public UnappliedWriter(SqliteConnection connection)
    {
        _add = new Statement(connection, """
            INSERT OR REPLACE INTO unapplied(sequence, idx, nik, dpid, row_hash, row, source, outcome) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
            """);
        _settlePlace = new Statement(connection, "DELETE FROM unapplied WHERE sequence=?1 AND idx=?2");
        _settleNik = new Statement(connection, "DELETE FROM unapplied WHERE nik=?1");
        IsEmpty = (long)connection.Scalar("SELECT count(*) FROM unapplied")! == 0;
    }

    /// <summary>True while there is nothing that an applied change could settle: the usual case, worth skipping two statements a change.</summary>
    public bool IsEmpty { get; private set; }

    public void Add(UnappliedChange change)
    {
        IsEmpty = false;
        _add
            .Bind(1, change.Place.Sequence)
            .Bind(2, change.Place.Index)
            .Bind(3, change.Nik)
            .Bind(4, change.Dpid)
            .Bind(5, (long)change.RowHash)
            .Bind(6, change.Row)
            .Bind(7, change.Source)
            .Bind(8, change.Outcome.ToByteArray())
            .Execute();
    }

    public void Settle(ChangePlace place)
    {
        if (!IsEmpty)
            _settlePlace.Bind(1, place.Sequence).Bind(2, place.Index).Execute();
    }

    public void SettleVoter(long nik)
    {
        if (!IsEmpty)
            _settleNik.Bind(1, nik).Execute();
    }

    public void Dispose()
    {
        _add.Dispose();
        _settlePlace.Dispose();
        _settleNik.Dispose();
    }
}
