using System.Globalization;
using Google.Protobuf;
using KpuSync.Client.Delta;
using KpuSync.Client.Exports;
using KpuSync.Client.Findings;
using KpuSync.Client.Outbox;
using KpuSync.Client.Pull;
using KpuSync.Client.Push;
using KpuSync.Client.State;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Registry;

namespace KpuSync.Client.Tests.Support;

/// <summary>An installation's state with a register beside it that takes every change as a server would take a valid one, without a wire in between.</summary>
internal sealed class ModelOffice : IDisposable
{
    private readonly string _directory;
    private readonly StateDatabase _state;
    private readonly Meta _meta;
    private readonly OutboxStore _outbox;

    public ModelOffice(string directory)
    {
        _directory = directory;
        _state = StateDatabase.Open(directory);
        _meta = new Meta(_state.Connection);
        _outbox = new OutboxStore(_state.Connection, _meta);
    }

    /// <summary>Active voters by NIK.</summary>
    public Dictionary<string, VoterRecord> Register { get; } = new(StringComparer.Ordinal);

    /// <summary>Says which changes are rejected.</summary>
    public Func<Change, bool> Rejects { get; set; } = _ => false;

    /// <summary>The changes of the last push.</summary>
    public List<Change> Sent { get; } = [];

    /// <summary>The findings of the last push.</summary>
    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public DeltaCounts Push(string path, PushOptions? options = null)
    {
        var log = new FindingLog();
        using var reader = ExportFile.Open(path);
        using var journal = new DeltaJournal(_directory, _state, _meta, _outbox, log, Voters.Office, _ => { });
        var counts = journal.Write(
            reader, options ?? new PushOptions { ConfirmMassRemoval = true }, new BatchLimits(7, 1 << 20), DateTimeOffset.UnixEpoch, default);
        Sent.Clear();
        using (var taker = new ReceiptTaker(_state, _meta, _outbox, log, TimeProvider.System))
        {
            while (_outbox.Find(_meta.Acknowledged + 1) is { } journaled)
                taker.Take([Accept(journaled)]);
            taker.AdvanceBaseline();
        }

        journal.Keep();
        CopyOfBaseline().Order().ShouldBe(BaselineInDatabase());

        Findings = log.ToFindings();
        return counts;
    }

    /// <summary>What the file beside the database has of the baseline, in its order: NIK, hash of the row and state.</summary>
    public IReadOnlyList<(long Nik, ulong RowHash, long State)> CopyOfBaseline()
    {
        using var table = BaselineCache.TryLoad(_directory, _meta.BaselineStamp);
        return table is null ? [] : [.. Enumerable.Range(0, table.Count).Select(i => Summary(table[i]))];
    }

    /// <summary>The server comes back empty, and the installation rebuilds its baseline from it.</summary>
    public void LoseServer()
    {
        Register.Clear();
        using var transaction = _state.Connection.BeginTransaction();
        _meta.BeginGeneration();
        BaselinePull.Reset(_state, _meta);
        transaction.Commit();
    }

    public void Dispose() => _state.Dispose();

    private List<(long Nik, ulong RowHash, long State)> BaselineInDatabase()
    {
        var all = new List<(long, ulong, long)>();
        BaselineReader.ReadAll(_state.Connection, (in BaselineTable.Entry entry) => all.Add(Summary(entry)));
        return all;
    }

    private static (long Nik, ulong RowHash, long State) Summary(in BaselineTable.Entry entry) => (entry.Nik, entry.RowHash, entry.State.Packed);

    private (JournaledBatch Journaled, Batch Batch, Receipt Receipt) Accept(JournaledBatch journaled)
    {
        var batch = journaled.ToBatch();
        var receipt = new Receipt
        {
            Sequence = journaled.Sequence,
            BatchId = journaled.BatchId,
            ChainHash = ByteString.CopyFromUtf8(journaled.Sequence.ToString(CultureInfo.InvariantCulture)),
            Counts = new OutcomeCounts(),
        };
        for (var i = 0; i < batch.Changes.Count; i++)
        {
            Sent.Add(batch.Changes[i]);
            if (Rejects(batch.Changes[i]))
            {
                receipt.Counts.Rejected++;
                receipt.Outcomes.Add(new Outcome
                {
                    Index = i,
                    Status = OutcomeStatus.Rejected,
                    Violations = { FieldRules.Required.At("voter_upsert.voter.name") },
                });
                continue;
            }

            receipt.Counts.Applied++;
            Apply(batch.Changes[i]);
        }

        return (journaled, batch, receipt);
    }

    private void Apply(Change change)
    {
        switch (change.KindCase)
        {
            case Change.KindOneofCase.VoterUpsert:
                Register[change.VoterUpsert.Voter.Nik] = change.VoterUpsert.Voter;
                break;
            case Change.KindOneofCase.VoterRemoval:
                Register.Remove(change.VoterRemoval.Nik);
                break;
            default:
                Register.Remove(change.VoterNikChange.OldNik).ShouldBeTrue();
                Register[change.VoterNikChange.Voter.Nik] = change.VoterNikChange.Voter;
                break;
        }
    }
}
