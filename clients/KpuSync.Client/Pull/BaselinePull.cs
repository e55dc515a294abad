using KpuSync.Client.Installations;
using KpuSync.Client.Push;
using KpuSync.Client.State;
using KpuSync.Contracts.V1;

namespace KpuSync.Client.Pull;

/// <summary>Reads the own ledger into the baseline: entries of every producer of the office count, since the register is the office's.</summary>
/// <remarks>
/// Going back to a common point after a restore would need the baseline as it was there, so a rewind builds it from the first entry anew. The token moves
/// in the same transaction as the baseline, so a break in between repeats nothing and skips nothing.
/// </remarks>
internal sealed class BaselinePull(KpuSyncClientOptions options, Installation installation, Meta meta, ServerConnection connection, Action<SyncProgress> progress)
{
    private const string TokenKey = "pull_token:own";

    public long Entries { get; private set; }

    public long Changes { get; private set; }

    public bool Rewound { get; private set; }

    public bool Restarted { get; private set; }

    /// <summary>Forgets the baseline, so that the next read builds it from the first entry. Call it in a transaction.</summary>
    public static void Reset(StateDatabase state, Meta meta)
    {
        state.Connection.Execute("DELETE FROM baseline; DELETE FROM item_baseline");
        state.BaselineChanges.AddEverybody();
        meta.StampBaseline();
        meta.SetBaselineIsPartial(true);
        meta.Set(TokenKey, null);
        meta.SetPulled(0);
    }

    /// <summary>Reads on from the stored token.</summary>
    /// <param name="onEntry">Takes each entry.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="withCentre">Read the centre's ledger too, for <paramref name="onEntry"/> only: it is no part of the office's register.</param>
    public async Task RunAsync(Func<Entry, CancellationToken, ValueTask>? onEntry, CancellationToken cancellationToken, bool withCentre = false)
    {
        var reader = new LedgerReader(options, connection, installation.Config.Deployment, progress);
        using var baseline = new BaselineWriter(installation.State);
        using var unapplied = new UnappliedWriter(installation.State.Connection);
        var range = new PullRequest { OfficeCode = installation.Config.Office, WithCentre = withCentre };
        while (true)
        {
            var wentBack = false;
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            try
            {
                await reader.ReadAsync(
                    range,
                    meta.Text(TokenKey) ?? "",
                    follow: false,
                    _ => GoBack(),
                    response => TakeAsync(response, baseline, unapplied, onEntry, cancellationToken),
                    stop.Token);
            }
            catch (OperationCanceledException) when (wentBack && !cancellationToken.IsCancellationRequested)
            {
                continue;
            }

            (Rewound, Restarted) = (reader.Rewound, reader.Restarted);
            return;

            void GoBack()
            {
                using var transaction = installation.State.Connection.BeginTransaction();
                Reset(installation.State, meta);
                transaction.Commit();
                wentBack = true;
                stop.Cancel();
            }
        }
    }

    private async Task TakeAsync(
        PullResponse response, BaselineWriter baseline, UnappliedWriter unapplied, Func<Entry, CancellationToken, ValueTask>? onEntry, CancellationToken cancellationToken)
    {
        using (var transaction = installation.State.Connection.BeginTransaction())
        {
            foreach (var entry in response.Entries)
            {
                if (entry.OfficeCode != installation.Config.Office)
                {
                    Changes += entry.Batch?.Changes.Count ?? entry.Settlement?.Changes.Count ?? 0;
                    continue;
                }

                Advance(entry, baseline, unapplied);
                meta.SetPulled(entry.Position);
            }

            if (response.Token.Length > 0)
                meta.Set(TokenKey, response.Token);
            if (response.Entries.Count > 0)
                meta.StampBaseline();
            meta.SetBaselineIsPartial(!response.CaughtUp);
            transaction.Commit();
        }

        Entries += response.Entries.Count;
        progress(new SyncProgress(SyncPhase.Pulling, Entries, 0));
        if (onEntry is null)
            return;
        foreach (var entry in response.Entries)
            await onEntry(entry, cancellationToken);
    }

    private void Advance(Entry entry, BaselineWriter baseline, UnappliedWriter unapplied)
    {
        foreach (var (change, status) in EntryChanges.Of(entry))
        {
            Changes++;
            if (status is not (OutcomeStatus.Applied or OutcomeStatus.Unchanged))
                continue;
            baseline.Advance(change, status, 0);

            // A change of this office that was held has been released: its row must not be reported as held again.
            if (entry.Settlement is not null && BaselineWriter.TryKeyOf(change, out var nik))
                unapplied.SettleVoter(nik);
        }
    }
}
