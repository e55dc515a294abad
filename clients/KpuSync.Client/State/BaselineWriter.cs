using KpuSync.Contracts.V1;

namespace KpuSync.Client.State;

/// <summary>Moves the baseline on by what the server made of a change. Used inside the transaction that stores the receipt or the pulled position.</summary>
internal sealed class BaselineWriter : IDisposable
{
    private readonly Statement _enter;
    private readonly Statement _remove;
    private readonly Statement _forget;
    private readonly Statement _retract;
    private readonly Statement _touch;
    private readonly ItemBaseline _items;
    private readonly BaselineChanges _changes;

    public BaselineWriter(StateDatabase state)
    {
        var connection = state.Connection;
        _changes = state.BaselineChanges;

        // A pulled entry knows no row (hash 0): the row that says the same as before keeps being recognised.
        _enter = new Statement(connection, """
            INSERT INTO baseline(nik, row_hash, record_hash, dpid, info) VALUES(?1, ?2, ?3, ?4, ?5)
            ON CONFLICT(nik) DO UPDATE SET
                row_hash=CASE WHEN ?2=0 AND record_hash=?3 AND info & 3=1 THEN row_hash ELSE ?2 END, record_hash=?3, dpid=?4, info=?5
            """);

        // Keeps village and sex, which stand above the lowest 7 bits (VoterState).
        _remove = new Statement(connection, """
            INSERT INTO baseline(nik, row_hash, record_hash, dpid, info) VALUES(?1, ?2, 0, 0, ?3)
            ON CONFLICT(nik) DO UPDATE SET row_hash=CASE WHEN ?2=0 AND info & 127=?3 THEN row_hash ELSE ?2 END, info=(info & -128) | ?3
            """);
        _forget = new Statement(connection, "DELETE FROM baseline WHERE nik=?1");
        _retract = new Statement(connection, "DELETE FROM baseline WHERE nik=?1 AND row_hash=?2");
        _touch = new Statement(connection, "UPDATE baseline SET row_hash=?2 WHERE nik=?1");
        _items = new ItemBaseline(connection);
    }

    /// <summary>Takes over one change's outcome.</summary>
    /// <param name="change">The change.</param>
    /// <param name="status">What became of it.</param>
    /// <param name="rowHash">Hash of the row that it came from; 0 if there is none.</param>
    public void Advance(Change change, OutcomeStatus status, ulong rowHash)
    {
        _items.Advance(change, status);
        if (status is not (OutcomeStatus.Applied or OutcomeStatus.Unchanged))
        {
            // A batch that a restored server had forgotten may end differently the second time.
            if (rowHash != 0 && TryKeyOf(change, out var sent))
                Write(_retract.Bind(2, (long)rowHash), sent);
            return;
        }

        switch (change.KindCase)
        {
            case Change.KindOneofCase.VoterUpsert:
                Enter(change.VoterUpsert.Voter, rowHash);
                break;
            case Change.KindOneofCase.VoterRemoval when VoterState.TryKey(change.VoterRemoval.Nik, out var removed):
                Remove(removed, change.VoterRemoval.Ground, rowHash);
                break;
            case Change.KindOneofCase.VoterNikChange:
                if (VoterState.TryKey(change.VoterNikChange.OldNik, out var old))
                    Write(_forget, old);
                Enter(change.VoterNikChange.Voter, rowHash);
                break;
            case Change.KindOneofCase.VoterClaim when VoterState.TryKey(change.VoterClaim.Nik, out var claimed):
                // As somebody who is dead and not this office's: the row is recognised the next time, and nothing is claimed twice.
                Remove(claimed, RemovalGround.Deceased, rowHash);
                break;
            default:
                break;
        }
    }

    /// <summary>Remembers which row says what the baseline says, so that it is recognised without being read the next time.</summary>
    public void Touch(long nik, ulong rowHash) => Write(_touch.Bind(2, (long)rowHash), nik);

    public static bool TryKeyOf(Change change, out long key) => VoterState.TryKey(NikOf(change), out key);

    public static string NikOf(Change change) => change.KindCase switch
    {
        Change.KindOneofCase.VoterUpsert => change.VoterUpsert.Voter?.Nik ?? "",
        Change.KindOneofCase.VoterRemoval => change.VoterRemoval.Nik,
        Change.KindOneofCase.VoterNikChange => change.VoterNikChange.Voter?.Nik ?? "",
        Change.KindOneofCase.VoterClaim => change.VoterClaim.Nik,
        _ => "",
    };

    public static string DpidOf(Change change) => change.KindCase switch
    {
        Change.KindOneofCase.VoterUpsert => change.VoterUpsert.Voter?.Dpid ?? "",
        Change.KindOneofCase.VoterNikChange => change.VoterNikChange.Voter?.Dpid ?? "",
        _ => "",
    };

    public void Dispose()
    {
        _enter.Dispose();
        _remove.Dispose();
        _forget.Dispose();
        _retract.Dispose();
        _touch.Dispose();
        _items.Dispose();
    }

    private void Enter(VoterRecord voter, ulong rowHash)
    {
        if (!VoterState.TryKey(voter.Nik, out var key))
            return;
        Write(
            _enter
                .Bind(2, (long)rowHash)
                .Bind(3, (long)RecordHash.Of(voter))
                .Bind(4, VoterState.DpidNumber(voter.Dpid))
                .Bind(5, VoterState.Active(voter).Packed),
            key);
    }

    private void Remove(long nik, RemovalGround ground, ulong rowHash) =>
        Write(_remove.Bind(2, (long)rowHash).Bind(3, VoterState.Unknown.Removed(ground).Packed), nik);

    private void Write(Statement statement, long nik)
    {
        statement.Bind(1, nik).Execute();
        _changes.Add(nik);
    }
}
