using System.Globalization;
using Google.Protobuf;
using KpuSync.Client.Findings;
using KpuSync.Client.Outbox;
using KpuSync.Client.State;
using KpuSync.Client.Texts;
using KpuSync.Contracts.V1;
using Microsoft.Data.Sqlite;

namespace KpuSync.Client.Push;

/// <summary>Takes receipts in order: stores them and what was not applied, a group in one transaction; the baseline follows in larger steps.</summary>
/// <remarks>
/// Voters come in any order, so that every step of the baseline touches most of its pages: a step a group would write the whole of it again and again.
/// What a crash leaves undone is done from the stored receipts.
/// </remarks>
internal sealed class ReceiptTaker : IDisposable
{
    private const int StepChanges = 50_000;

    private readonly SqliteConnection _connection;
    private readonly Meta _meta;
    private readonly List<(Change Change, OutcomeStatus Status, ulong RowHash)> _ahead = [];
    private readonly OutboxStore _outbox;
    private readonly FindingLog _log;
    private readonly TimeProvider _time;
    private readonly BaselineWriter _baseline;
    private readonly UnappliedWriter _unapplied;
    private readonly Statement _acknowledge;
    private readonly Dictionary<long, ExportSource> _sources = [];
    private readonly long _generation;
    private bool _aheadIsWhole;

    public ReceiptTaker(StateDatabase state, Meta meta, OutboxStore outbox, FindingLog log, TimeProvider time)
    {
        _connection = state.Connection;
        _meta = meta;
        _outbox = outbox;
        _log = log;
        _time = time;
        _generation = meta.Generation;
        _aheadIsWhole = meta.Advanced == meta.Acknowledged;
        _baseline = new BaselineWriter(state);
        _unapplied = new UnappliedWriter(_connection);
        _acknowledge = new Statement(_connection, "UPDATE outbox SET receipt=?3, acknowledged=?4 WHERE generation=?1 AND sequence=?2");
    }

    /// <summary>Outcomes of all receipts taken.</summary>
    public OutcomeTotals Totals { get; private set; }

    /// <summary>Receipts taken.</summary>
    public long Batches { get; private set; }

    /// <summary>Stores a group of receipts with their batches.</summary>
    /// <exception cref="KpuSyncException">A receipt does not belong to its batch.</exception>
    public void Take(IReadOnlyList<(JournaledBatch Journaled, Batch Batch, Receipt Receipt)> group)
    {
        foreach (var (journaled, batch, receipt) in group)
            Check(journaled, batch, receipt);
        var now = _time.GetUtcNow().ToUnixTimeMilliseconds();
        var findings = new List<RowFinding>();
        using (var transaction = _connection.BeginTransaction())
        {
            foreach (var (journaled, batch, receipt) in group)
            {
                _acknowledge.Bind(1, _generation).Bind(2, journaled.Sequence).Bind(3, receipt.ToByteArray()).Bind(4, now).Execute();
                TakeOutcomes(journaled, batch, receipt, findings);
            }

            _meta.SetAcknowledged(group[^1].Journaled.Sequence);
            transaction.Commit();
        }

        foreach (var (_, _, receipt) in group)
            Totals = Totals.Plus(receipt.Counts);
        Batches += group.Count;
        if (_ahead.Count >= StepChanges)
            AdvanceBaseline();
        foreach (var finding in findings)
            _log.Add(finding);
    }

    /// <summary>Brings the baseline up to the last receipt.</summary>
    public void AdvanceBaseline()
    {
        var acknowledged = _meta.Acknowledged;
        if (_meta.Advanced == acknowledged)
            return;
        if (!_aheadIsWhole)
            ReadAhead(acknowledged);
        using var transaction = _connection.BeginTransaction();

        // In the order of the NIKs, which is the order of the pages. A change of NIK touches two places, so its order counts.
        IEnumerable<(Change Change, OutcomeStatus Status, ulong RowHash)> changes = _ahead.Exists(a => a.Change.KindCase == Change.KindOneofCase.VoterNikChange)
            ? _ahead
            : _ahead.OrderBy(a => BaselineWriter.NikOf(a.Change), StringComparer.Ordinal);
        foreach (var (change, status, rowHash) in changes)
            _baseline.Advance(change, status, rowHash);
        _meta.SetAdvanced(acknowledged);
        _meta.StampBaseline();
        transaction.Commit();
        _ahead.Clear();
        _aheadIsWhole = true;
    }

    public void Dispose()
    {
        _baseline.Dispose();
        _unapplied.Dispose();
        _acknowledge.Dispose();
    }

    // What an earlier run stored receipts for without coming to the baseline.
    private void ReadAhead(long acknowledged)
    {
        _ahead.Clear();
        for (var sequence = _meta.Advanced + 1; sequence <= acknowledged; sequence++)
        {
            if (_outbox.Find(sequence) is not { } journaled || _outbox.ReceiptOf(sequence) is not { } receipt)
                continue;
            var statuses = receipt.Outcomes.ToDictionary(o => o.Index, o => o.Status);
            var batch = journaled.ToBatch();
            for (var i = 0; i < batch.Changes.Count; i++)
                _ahead.Add((batch.Changes[i], statuses.GetValueOrDefault(i, OutcomeStatus.Applied), journaled.RowHashes[i]));
        }
    }

    private void TakeOutcomes(JournaledBatch journaled, Batch batch, Receipt receipt, List<RowFinding> findings)
    {
        var hashes = journaled.RowHashes;
        var source = SourceOf(journaled.Push);
        List<IReadOnlyList<byte[]>>? rows = null;
        var next = 0;
        for (var i = 0; i < batch.Changes.Count; i++)
        {
            var change = batch.Changes[i];
            var outcome = next < receipt.Outcomes.Count && receipt.Outcomes[next].Index == i ? receipt.Outcomes[next++] : null;

            // Without an outcome of its own a change is APPLIED or UNCHANGED, which is the same to the baseline.
            var status = outcome?.Status ?? OutcomeStatus.Applied;
            _ahead.Add((change, status, hashes[i]));
            var place = new ChangePlace(journaled.Sequence, i);
            Settle(change, status, place, hashes[i], source, outcome);
            if (outcome is null)
                continue;
            rows ??= journaled.ToRows();
            findings.Add(new RowFinding(source, RowOf(change), outcome.Violations, rows[i]) { Status = status, Place = place });
        }
    }

    private void Settle(Change change, OutcomeStatus status, ChangePlace place, ulong rowHash, ExportSource source, Outcome? outcome)
    {
        var applied = status is OutcomeStatus.Applied or OutcomeStatus.Unchanged;
        if (change.Corrects is { } corrects && (applied || status == OutcomeStatus.Held))
            _unapplied.Settle(new ChangePlace(corrects.Sequence, corrects.Index));
        if (!BaselineWriter.TryKeyOf(change, out var nik))
            return;
        if (applied)
            _unapplied.SettleVoter(nik);
        else
            _unapplied.Add(new UnappliedChange(
                place, nik, VoterState.DpidNumber(BaselineWriter.DpidOf(change)), rowHash, RowOf(change), source.Name, outcome!));
    }

    private ExportSource SourceOf(long push)
    {
        if (!_sources.TryGetValue(push, out var source))
            _sources[push] = source = _outbox.SourceOf(push);
        return source;
    }

    private static int RowOf(Change change) =>
        int.TryParse(change.Reference, NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : 0;

    private static void Check(JournaledBatch journaled, Batch batch, Receipt receipt)
    {
        if (receipt.Sequence != journaled.Sequence)
            throw ClientTexts.ReceiptUnexpected("sequence");
        if (receipt.BatchId != journaled.BatchId)
            throw ClientTexts.Forked();
        if (default(OutcomeTotals).Plus(receipt.Counts).Sum != batch.Changes.Count)
            throw ClientTexts.ReceiptUnexpected("counts");
    }
}
