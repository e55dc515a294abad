using System.Globalization;
using KpuSync.Client.Pull;
using KpuSync.Client.State;
using KpuSync.Client.Texts;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Values;

namespace KpuSync.Client.Operations;

/// <summary>Works out the changes that compensate batches: reads the own ledger from its start and follows every voter that they touched.</summary>
internal sealed class RevertPlanner(OperationScope scope)
{
    private readonly Dictionary<string, VoterHistory> _voters = new(StringComparer.Ordinal);
    private int _untouched;

    public async Task<RevertPlan> PlanAsync(string batch, CancellationToken cancellationToken)
    {
        var targets = await FindAsync(batch, cancellationToken);
        await ReadAsync(entry => Follow(entry, entry.Batch is not null && targets.ContainsKey(entry.Batch.BatchId)), cancellationToken);
        return Compensate(targets);
    }

    // A sequence number of this installation, a range of them (a wrong file is often many batches), or the id of any batch of the office.
    private async Task<Dictionary<string, BatchEntry>> FindAsync(string batch, CancellationToken cancellationToken)
    {
        var parts = batch.Trim().Split('-', 2);
        var first = Sequence(parts[0]);
        var last = parts.Length == 2 ? Sequence(parts[1]) : first;
        var byNumber = first > 0 && last >= first;
        var producer = scope.Meta.Producer;
        var found = new Dictionary<string, BatchEntry>(StringComparer.Ordinal);
        await ReadAsync(
            entry =>
            {
                if (entry.Batch is null)
                    return;
                var matches = byNumber
                    ? entry.Batch.ProducerId == producer && entry.Batch.Sequence >= first && entry.Batch.Sequence <= last
                    : string.Equals(entry.Batch.BatchId, batch.Trim(), StringComparison.OrdinalIgnoreCase);
                if (!matches)
                    return;
                foreach (var change in entry.Batch.Changes)
                    NotePeople(change);
                found[entry.Batch.BatchId] = new BatchEntry { Sequence = entry.Batch.Sequence, BatchId = entry.Batch.BatchId, SourceName = entry.Batch.SourceName };
            },
            cancellationToken);
        return found.Count > 0 ? found : throw ClientTexts.BatchNotFound(batch.Trim());
    }

    private static long Sequence(string text) =>
        long.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : 0;

    private void NotePeople(Change change)
    {
        if (!IsAboutSomebody(change))
            return;
        _voters.TryAdd(BaselineWriter.NikOf(change), new VoterHistory());
        if (change.KindCase == Change.KindOneofCase.VoterNikChange)
            _voters.TryAdd(change.VoterNikChange.OldNik, new VoterHistory());
    }

    private async Task ReadAsync(Action<Entry> see, CancellationToken cancellationToken)
    {
        var reader = new LedgerReader(scope.Options, scope.Connection, scope.Installation.Config.Deployment, scope.Report);
        var entries = 0L;
        await reader.ReadAsync(
            new PullRequest { OfficeCode = scope.Installation.Config.Office },
            "",
            follow: false,
            _ => { },
            response =>
            {
                foreach (var entry in response.Entries)
                    see(entry);

                entries += response.Entries.Count;
                scope.Report(new SyncProgress(SyncPhase.Pulling, entries, 0));
                return Task.CompletedTask;
            },
            cancellationToken);
    }

    private void Follow(Entry entry, bool isTarget)
    {
        foreach (var (i, (change, status)) in EntryChanges.Of(entry).Index())
        {
            // A report stands until another one corrects it: there is nothing to take back.
            if (status != OutcomeStatus.Applied || !IsAboutSomebody(change))
            {
                _untouched += isTarget ? 1 : 0;
                continue;
            }

            if (change.KindCase == Change.KindOneofCase.VoterNikChange && _voters.TryGetValue(change.VoterNikChange.OldNik, out var old))
                old.Apply(change, null, entry, i, isTarget);
            if (_voters.TryGetValue(BaselineWriter.NikOf(change), out var voter))
                voter.Apply(change, RecordOf(change), entry, i, isTarget);
        }
    }

    private static bool IsAboutSomebody(Change change) => BaselineWriter.NikOf(change).Length > 0;

    private static VoterRecord? RecordOf(Change change) => change.KindCase switch
    {
        Change.KindOneofCase.VoterUpsert => change.VoterUpsert.Voter,
        Change.KindOneofCase.VoterNikChange => change.VoterNikChange.Voter,
        _ => null,
    };

    private RevertPlan Compensate(Dictionary<string, BatchEntry> targets)
    {
        var (removals, restorations, nikChanges) = (0, 0, 0);
        var changes = new List<Change>();
        var skipped = new List<RevertSkip>();
        foreach (var (nik, voter) in _voters.Where(v => v.Value.IsReverted))
        {
            if (voter.Later is { } later)
            {
                skipped.Add(new RevertSkip(
                    voter.Reference, Nik.TryParse(nik, out var value) ? value.ToString() : "", later.Sequence, later.Producer != scope.Meta.Producer));
                continue;
            }

            if (CompensationOf(nik, voter) is not { } change)
                continue;
            removals += change.KindCase == Change.KindOneofCase.VoterRemoval ? 1 : 0;
            restorations += change.KindCase == Change.KindOneofCase.VoterUpsert ? 1 : 0;
            nikChanges += change.KindCase == Change.KindOneofCase.VoterNikChange ? 1 : 0;
            change.IfRevision = voter.Revision;
            change.Reference = voter.Reference;
            changes.Add(change);
        }

        var ordered = targets.Values.OrderBy(b => b.Sequence).ToList();
        return new RevertPlan
        {
            Sequence = ordered[0].Sequence,
            LastSequence = ordered[^1].Sequence,
            BatchId = ordered[0].BatchId,
            SourceName = ordered[0].SourceName,
            Removals = removals,
            Restorations = restorations,
            NikChanges = nikChanges,
            Untouched = _untouched,
            Skipped = skipped,
            Changes = changes,
        };
    }

    // Null if there is nothing to put back, or if the other side of a change of NIK does it.
    private Change? CompensationOf(string nik, VoterHistory voter)
    {
        if (voter.OldNik.Length > 0 && voter.Now is not null && voter.Before is null
            && _voters.TryGetValue(voter.OldNik, out var old) && old is { Before: { } record, Now: null, Later: null })
        {
            return new Change { VoterNikChange = new VoterNikChange { OldNik = nik, Voter = record } };
        }

        if (voter.NewNik.Length > 0 && voter.Now is null && _voters.TryGetValue(voter.NewNik, out var moved) && moved is { Before: null, Later: null })
            return null;
        if (voter.Before is null)
            return voter.Now is null ? null : new Change { VoterRemoval = new VoterRemoval { Nik = nik, Ground = RemovalGround.EntryReverted } };
        return voter.Before.Equals(voter.Now)
            ? null
            : new Change { VoterUpsert = new VoterUpsert { Reason = UpsertReason.Reverted, Voter = voter.Before } };
    }
}
