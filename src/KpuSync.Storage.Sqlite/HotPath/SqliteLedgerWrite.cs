using KpuSync.Core.Duplicates;
using KpuSync.Core.Items;
using KpuSync.Core.Ledger;
using KpuSync.Core.Parties;
using KpuSync.Core.Recap;
using KpuSync.Core.Register;
using KpuSync.Core.Replay;
using KpuSync.Core.Store;
using KpuSync.Rules.Values;
using Microsoft.Data.Sqlite;

namespace KpuSync.Storage.Sqlite.HotPath;

/// <summary>One write transaction. SQLite has one writer, so that its own lock is the lock of every office's head.</summary>
internal sealed class SqliteLedgerWrite : ILedgerWrite
{
    private readonly SqliteSession _session;
    private readonly SqliteTransaction _transaction;
    private readonly LedgerSignal _written;
    private readonly Action _release;
    private readonly Dictionary<OfficeCode, LedgerHead> _heads = [];
    private readonly HashSet<OfficeCode> _moved = [];

    /// <param name="session">The writer's session, held by this transaction until it is disposed.</param>
    /// <param name="written">Moves once an entry is committed.</param>
    /// <param name="release">Gives the session to the next one.</param>
    public SqliteLedgerWrite(SqliteSession session, LedgerSignal written, Action release)
    {
        (_session, _written, _release) = (session, written, release);
        Cases = new SqliteCaseWrite(session);
        Jobs = new SqliteJobWrite(session);

        // Not deferred: upgrading a read transaction fails at once, past the busy timeout, when another process has written meanwhile.
        _transaction = SqliteFailures.Guard(() => session.Connection.BeginTransaction(deferred: false));
    }

    public ICaseWrite Cases { get; }

    public IJobWrite Jobs { get; }

    public LedgerHead HeadOf(OfficeCode office)
    {
        if (!_heads.TryGetValue(office, out var head))
            _heads.Add(office, head = SqliteFailures.Guard(() => _session.HeadOf(office)));
        return head;
    }

    public long LastTimeOf(OfficeCode office) => SqliteFailures.Guard(() => _session.LastTimeOf(office));

    public ValueTask<AcknowledgedBatch?> FindBatchAsync(OfficeCode office, string producerId, long sequence, CancellationToken ct) =>
        ValueTask.FromResult(SqliteFailures.Guard(() => _session.BatchesFrom(office, producerId, sequence, 1).SingleOrDefault()));

    public ValueTask LoadAsync(IReadOnlyCollection<TouchedPeople> touched, CancellationToken ct)
    {
        SqliteFailures.Guard(() =>
        {
            foreach (var (view, niks) in touched)
                _session.Load(view, niks);
        });
        return ValueTask.CompletedTask;
    }

    public ValueTask LoadItemsAsync(OfficeView view, IReadOnlyCollection<ItemKey> keys, CancellationToken ct)
    {
        SqliteFailures.Guard(() => _session.LoadItems(view, keys));
        return ValueTask.CompletedTask;
    }

    public ValueTask LoadPendingAsync(OfficeView view, long position, int index, CancellationToken ct)
    {
        SqliteFailures.Guard(() => _session.LoadPending(view, position, index));
        return ValueTask.CompletedTask;
    }

    public ValueTask AppendAsync(LedgerEntry entry, CancellationToken ct)
    {
        SqliteFailures.Guard(() => Append(entry));
        _heads[entry.Office] = LedgerHead.After(entry);
        _moved.Add(entry.Office);
        return ValueTask.CompletedTask;
    }

    public ValueTask SaveAsync(IReadOnlyCollection<OfficeView> views, CancellationToken ct)
    {
        SqliteFailures.Guard(() =>
        {
            foreach (var view in views)
                Save(view);
        });
        return ValueTask.CompletedTask;
    }

    public ValueTask ClearAsync(OfficeCode office, CancellationToken ct)
    {
        SqliteFailures.Guard(() =>
        {
            foreach (var statement in _session.Statements.ClearOffice)
            {
                statement[0] = office.Value;
                statement.Execute();
            }
        });
        return ValueTask.CompletedTask;
    }

    public async ValueTask CommitAsync(IReadOnlyCollection<OfficeView> views, CancellationToken ct)
    {
        await SaveAsync(views, ct);
        SqliteFailures.Guard(() =>
        {
            foreach (var office in _moved)
                PutHead(_heads[office]);
            _transaction.Commit();
        });
        if (_moved.Count > 0)
            _written.Moved();
    }

    public ValueTask DisposeAsync()
    {
        try
        {
            // Rolls back unless it was committed.
            _transaction.Dispose();
        }
        catch (SqliteException e)
        {
            throw SqliteFailures.Classify(e);
        }
        finally
        {
            _release();
        }

        return ValueTask.CompletedTask;
    }

    private void Append(LedgerEntry entry)
    {
        var statement = _session.Statements.AppendEntry;
        statement[0] = entry.Office.Value;
        statement[1] = entry.Position;
        statement[2] = (int)entry.Kind;
        statement[3] = entry.Epoch;
        statement[4] = entry.CommitTimeMilliseconds;
        statement[5] = entry.Actor;
        statement[6] = entry.Digest;
        statement[7] = entry.ChainHash;
        statement[8] = entry.RuleSetVersion;
        statement[9] = entry.RegionCatalogueVersion;
        statement[10] = entry.ProducerId;
        statement[11] = entry.Sequence;
        statement[12] = entry.BatchId;
        statement[13] = entry.ContentDigest;
        statement[14] = entry.Payload;
        statement[15] = entry.Statuses;
        statement[16] = entry.Receipt;
        statement.Execute();
        if (entry.ProducerId is not null)
            PutMark(entry);
    }

    private void PutMark(LedgerEntry entry)
    {
        var statement = _session.Statements.PutMark;
        statement[0] = entry.Office.Value;
        statement[1] = entry.ProducerId;
        statement[2] = entry.Sequence;
        statement.Execute();
    }

    private void PutHead(LedgerHead head)
    {
        var statement = _session.Statements.PutHead;
        statement[0] = head.Office.Value;
        statement[1] = head.Position;
        statement[2] = head.Epoch;
        statement[3] = head.ChainHash;
        statement.Execute();
    }

    private void Save(OfficeView view)
    {
        foreach (var (nik, registration, _) in view.ChangedRegistrations)
        {
            if (registration is null)
                Delete(view.Office, nik);
            else
                Put(registration);
        }

        // In the order of their keys, so that writes stay local; of one item the versions keep theirs.
        // Parameters stay set: the office is the same for all, and a text costs the most to set.
        _session.Statements.AddItem[0] = view.Office.Value;
        foreach (var item in view.AddedItems.OrderBy(i => i.Key))
            Add(item);
        _session.Statements.PutMember[1] = view.Office.Value;
        foreach (var member in view.AddedItems.Where(i => i.Key.Kind is ItemKind.PartyMember).Select(ListedMember.Of).OrderBy(m => m.Nik))
            Put(member);

        foreach (var pending in view.ChangedPending)
            Put(pending);
        foreach (var tally in view.TakeTallies())
            Add(view.Office, tally);
        foreach (var (period, closed) in view.ChangedPeriods)
            Save(view.Office, period, closed);
    }

    private void Delete(OfficeCode office, Nik nik)
    {
        var statement = _session.Statements.DeleteRegistration;
        statement[0] = nik.Value;
        statement[1] = office.Value;
        statement.Execute();
    }

    private void Put(Registration registration)
    {
        var statement = _session.Statements.PutRegistration;
        statement[0] = registration.Nik.Value;
        statement[1] = registration.Office.Value;
        statement[2] = (int)registration.Ground;
        statement[3] = registration.Position;
        statement[4] = registration.Index;
        statement[5] = registration.EffectiveDate.DayNumber;
        statement[6] = registration.Verified ? 1 : 0;
        statement[7] = registration.DecidedCase;
        statement[8] = (int)registration.EnteredAs;
        statement[9] = registration.Record;
        statement.Execute();
    }

    private void Add(Item item)
    {
        var statement = _session.Statements.AddItem;
        statement[1] = (int)item.Key.Kind;
        statement[2] = item.Key.Key;
        statement[3] = item.Version;
        statement[4] = item.Position;
        statement[5] = item.Index;
        statement[6] = item.Record;
        statement.Execute();
    }

    private void Put(ListedMember member)
    {
        var statement = _session.Statements.PutMember;
        statement[0] = member.Nik.Value;
        statement[2] = member.Party;
        statement[3] = member.Card;
        statement[4] = member.Position;
        statement[5] = member.Index;
        statement[6] = (int)member.Removed;
        statement[7] = member.WasNotEligible ? 1 : 0;
        statement[8] = (int)member.Occupation;
        statement[9] = member.BirthDate.DayNumber;
        statement[10] = (int)member.MaritalStatus;
        statement.Execute();
    }

    private void Add(OfficeCode office, in Tally tally)
    {
        var statement = _session.Statements.AddTally;
        statement[0] = office.Value;
        statement[1] = tally.Key.Day.DayNumber;
        statement[2] = tally.Key.VillageCode;
        statement[3] = tally.Key.PollingStation;
        statement[4] = (int)tally.Key.Measure;
        statement[5] = (int)tally.Key.Sex;
        statement[6] = tally.Count;
        statement.Execute();
    }

    private void Save(OfficeCode office, RecapPeriod period, ClosedPeriod? closed)
    {
        var statement = closed is null ? _session.Statements.DeletePeriod : _session.Statements.PutPeriod;
        statement[0] = office.Value;
        statement[1] = period.ToString();
        if (closed is not null)
            statement[2] = closed.Position;
        statement.Execute();
    }

    private void Put(PendingChange pending)
    {
        var statement = _session.Statements.PutPending;
        statement[0] = pending.Office.Value;
        statement[1] = pending.Position;
        statement[2] = pending.Index;
        statement[3] = (int)pending.Kind;
        statement[4] = (int)pending.State;
        statement[5] = pending.Nik?.Value;
        statement[6] = pending.Item is { } item ? (int)item.Kind : (int?)null;
        statement[7] = pending.Item?.Key;
        statement[8] = pending.Code;
        statement[9] = pending.SettledPosition;
        statement[10] = pending.SettledIndex;
        statement[11] = pending.TimeMilliseconds;
        statement[12] = pending.Attempts;
        statement.Execute();
    }
}
