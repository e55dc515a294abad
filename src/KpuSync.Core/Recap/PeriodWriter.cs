using Google.Protobuf;
using KpuSync.Contracts.V1;
using KpuSync.Core.Ledger;
using KpuSync.Core.Register;
using KpuSync.Core.Store;
using KpuSync.Rules.Chain;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Recap;

/// <summary>Writes the closing or reopening of a period: the ledger entry and what follows from it, in the transaction that decided it.</summary>
internal static class PeriodWriter
{
    /// <summary>The periods that an office has closed, under the lock of its head.</summary>
    public static async ValueTask<OfficeView> LoadAsync(ILedgerWrite write, OfficeCode office, CancellationToken ct)
    {
        var view = new OfficeView(office);
        await write.LoadAsync(view, [], ct);
        return view;
    }

    /// <summary>Appends the entry and commits.</summary>
    /// <param name="write">The transaction.</param>
    /// <param name="view">The office's view, from <see cref="LoadAsync"/>.</param>
    /// <param name="period">The entry.</param>
    /// <param name="actor">Id of the credential.</param>
    /// <param name="now">Commit time.</param>
    /// <param name="ct">Cancels before the commit.</param>
    public static async ValueTask<LedgerEntry> CommitAsync(
        ILedgerWrite write, OfficeView view, RecapPeriodEntry period, string actor, DateTimeOffset now, CancellationToken ct)
    {
        var committed = now.ToUnixTimeMilliseconds();
        var digest = LedgerChain.DigestOf(period, actor, committed);
        var entry = write.HeadOf(view.Office).Next(EntryKind.RecapPeriod, actor, committed, digest, period.ToByteArray());
        RecapTransition.Apply(view, period, entry.Position);
        await write.AppendAsync(entry, ct);
        await write.CommitAsync([view], ct);
        return entry;
    }
}
