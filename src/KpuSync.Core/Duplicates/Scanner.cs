using Google.Protobuf;
using KpuSync.Contracts.V1;
using KpuSync.Core.Claims;
using KpuSync.Core.Ledger;
using KpuSync.Core.Parties;
using KpuSync.Core.Register;
using KpuSync.Core.Store;
using KpuSync.Core.Telemetry;
using KpuSync.Rules.Values;
using Microsoft.Extensions.Logging;

namespace KpuSync.Core.Duplicates;

/// <summary>
/// Follows every ledger from a durable checkpoint and finds what concerns more than one office: duplicates, claims, and parties that others waited for. Start at <see cref="StepAsync"/>.
/// </summary>
/// <remarks>
/// It sees only what is committed, each change once, so that of two registrations with one number the later one is always compared with the earlier,
/// whatever pushes ran at the same time. The ledger itself is the outbox: cases, claims, notices and the checkpoint move in one transaction, and a page
/// that is looked at twice opens nothing twice.
/// </remarks>
public sealed partial class Scanner(
    ILedgerStore store, ICaseReader cases, PairFinder pairs, PartyHoldRelease parties, SyncMetrics metrics, TimeProvider time, ILogger<Scanner> logger) : IDisposable
{
    /// <summary>Entries of a page while nothing else is going on.</summary>
    public const int PageEntriesMax = 8;

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly HashSet<(OfficeCode Office, long Position)> _damaged = [];

    /// <summary>Reads every ledger to its end.</summary>
    /// <returns>Changes that were looked at.</returns>
    public async Task<long> CatchUpAsync(CancellationToken ct)
    {
        var changes = 0L;
        while (await StepAsync(PageEntriesMax, ct) is { } read)
            changes += read;
        return changes;
    }

    /// <summary>Reads one page of the ledger that is farthest behind.</summary>
    /// <param name="entriesMax">Most entries; fewer keep the page from standing in others' way for long, more write the matching index in fewer places.</param>
    /// <param name="ct">Cancels before the commit.</param>
    /// <returns>Changes in it; null if every ledger is read to its end, or to an entry that is damaged: the other ledgers go on.</returns>
    public async Task<int?> StepAsync(int entriesMax, CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            var checkpoints = await cases.CheckpointsAsync(ct);
            var heads = await store.HeadsOfAsync(OfficeCode.Centre, ct);
            var behind = heads.Select(h => (h.Office, From: checkpoints.GetValueOrDefault(h.Office), Entries: h.Position - checkpoints.GetValueOrDefault(h.Office)));
            foreach (var (office, from, _) in behind.Where(b => b.Entries > 0).OrderByDescending(b => b.Entries))
            {
                using var span = SyncTracing.ScanPage(office);
                if (await ScanPageAsync(office, from, checkpoints, entriesMax, ct) is { } changes)
                {
                    metrics.Scanned(changes);
                    return changes;
                }
            }

            return null;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Forgets the matching index and all checkpoints; what is decided and remembered stays.</summary>
    public async Task ResetAsync(CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            await using var write = await store.BeginWriteAsync([], ct);
            await write.Cases.ResetScanAsync(ct);
            await write.CommitAsync(ct);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Entries in a range that were not looked at yet.</summary>
    public async ValueTask<long> BehindAsync(OfficeCode range, CancellationToken ct)
    {
        var checkpoints = await cases.CheckpointsAsync(ct);
        return (await store.HeadsOfAsync(range, ct)).Sum(h => Math.Max(0, h.Position - checkpoints.GetValueOrDefault(h.Office)));
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    // Null if nothing can be read: a ledger that has lost its last entries, or a damaged one (`audit verify` names them).
    private async ValueTask<int?> ScanPageAsync(
        OfficeCode office, long from, IReadOnlyDictionary<OfficeCode, long> checkpoints, int entriesMax, CancellationToken ct)
    {
        var entries = await store.EntriesAfterAsync(office, from, entriesMax, ct);
        if (entries.Count == 0 || ReadEvents(office, entries) is not { } events)
            return null;

        // Before the checkpoint moves: after a crash the page is read again, and releases what is still held.
        foreach (var (party, position) in events.Profiles)
            await parties.ReleaseAsync(party, position, ct);
        while (true)
        {
            switch (await WriteAsync(events, checkpoints, entries[^1].Position, ct))
            {
                case PageWrite.Done:
                    return events.Changes;
                case PageWrite.MovedOn:
                    return 0;
            }
        }
    }

    private PageEvents? ReadEvents(OfficeCode office, IReadOnlyList<LedgerEntry> entries)
    {
        try
        {
            return PageEvents.Of(office, entries);
        }
        catch (Exception e) when (e is InvalidDataException or InvalidProtocolBufferException)
        {
            if (_damaged.Add((office, entries[0].Position)))
                LogDamaged(e, office, entries[0].Position, entries[^1].Position);
            return null;
        }
    }

    private async ValueTask<PageWrite> WriteAsync(PageEvents events, IReadOnlyDictionary<OfficeCode, long> checkpoints, long position, CancellationToken ct)
    {
        var claims = await ClaimBook.ReadAsync(cases, events, ct);
        var people = new PeopleOfPage(events, await cases.RegistrationsOfAsync(events.Everybody, ct));
        claims.Apply(events, people);
        var found = await IndexAndFindAsync(people, claims, ct);
        var book = await ReadCasesAsync(events, people, found, ct);
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        if (!await IsCurrentAsync(book, people, ct))
            return PageWrite.Again;
        book.Settle(now);

        var announced = Announcements.Of(book, claims);
        await using var write = await store.BeginWriteAsync(announced.Offices, ct);

        // Of all offices: what another scanner found in any since could be a side of what was found here, and was not looked at.
        if (!AreEqual(await write.Cases.LockCheckpointsAsync(ct), checkpoints))
            return PageWrite.MovedOn;
        if (!await SaveAsync(write.Cases, book, ct))
            return PageWrite.Again;
        foreach (var claim in claims.Changed)
            await SaveAsync(write.Cases, claim, ct);
        foreach (var office in announced.Offices)
            await write.AppendAsync(NoticeComposer.Compose(write.HeadOf(office), announced.To(office), EntryClock.Now(time, write, office)), ct);
        await write.Cases.SetCheckpointAsync(events.Office, position, ct);
        await write.CommitAsync(ct);
        return PageWrite.Done;
    }

    // The cases were read after the people in them: a decision in between would show in the one and not in the other.
    private async ValueTask<bool> IsCurrentAsync(CaseBook book, PeopleOfPage people, CancellationToken ct)
    {
        var sides = book.Registrations.Where(people.Knows).ToList();
        var active = (await cases.RegistrationsAtAsync(sides, ct)).Where(r => r.IsActive).Select(r => new RegistrationKey(r.Nik, r.Office)).ToHashSet();
        return sides.TrueForAll(key => people.IsActive(key) == active.Contains(key));
    }

    private static bool AreEqual(IReadOnlyDictionary<OfficeCode, long> now, IReadOnlyDictionary<OfficeCode, long> then) =>
        now.Count == then.Count && now.All(checkpoint => then.TryGetValue(checkpoint.Key, out var position) && position == checkpoint.Value);

    private enum PageWrite
    {
        /// <summary>Written.</summary>
        Done,

        /// <summary>Somebody decided a case while it was being looked at: look again.</summary>
        Again,

        /// <summary>Another scanner has read a page meanwhile, or the scan begins anew.</summary>
        MovedOn,
    }

    // Beside each other: writing waits for the disk, and the page's own keys are compared from memory. Whoever comes later is compared with what is written.
    private async ValueTask<IReadOnlyList<CasePair>> IndexAndFindAsync(PeopleOfPage people, ClaimBook claims, CancellationToken ct)
    {
        var indexed = people.Own.Count > 0 ? Task.Run(() => IndexAsync(people, ct), ct) : Task.CompletedTask;
        try
        {
            return await pairs.FindAsync(people, claims, ct);
        }
        finally
        {
            await indexed;
        }
    }

    // In a transaction of its own: keys only add to what is compared.
    private async Task IndexAsync(PeopleOfPage people, CancellationToken ct)
    {
        await using var write = await store.BeginWriteAsync([], ct);
        await write.Cases.AddKeysAsync(people.SortedKeys, ct);
        await write.CommitAsync(ct);
    }

    private async ValueTask<CaseBook> ReadCasesAsync(PageEvents events, PeopleOfPage people, IReadOnlyList<CasePair> found, CancellationToken ct)
    {
        var touched = events.Touched.Select(nik => new RegistrationKey(nik, events.Office)).ToList();
        var moved = events.Renumbered.Select(r => (From: new RegistrationKey(r.From, events.Office), To: new RegistrationKey(r.To, events.Office)))
            .Concat(events.Transferred).ToList();
        var sides = touched.Concat(moved.SelectMany(m => new[] { m.From, m.To }))
            .Concat(found.SelectMany(p => new[] { p.First, p.Second }))
            .Concat(events.OtherPeople.Select(o => new RegistrationKey(o.Nik, events.Office)))
            .Concat(events.EndedHolds.Select(o => new RegistrationKey(o.Nik, events.Office)));
        var book = new CaseBook(await cases.CasesOfAsync([.. sides.Distinct().Order()], ct));
        foreach (var (from, to) in moved)
            book.Move(from, to);
        foreach (var key in touched.Concat(events.Transferred.Select(t => t.To)))
            book.Touch(key, people.IsActive(key));
        foreach (var (nik, position, index) in events.OtherPeople)
        {
            if (await IsHeldAsync(events.Office, position, index, ct))
                book.JoinHeld(new RegistrationKey(nik, events.Office), position, index);
        }

        // However they ended: settled, corrected, or overtaken.
        foreach (var (key, position, index) in book.HeldSides)
        {
            if (!await IsHeldAsync(key.Office, position, index, ct))
                book.EndHeld(key, position, index);
        }

        foreach (var pair in found)
            book.Join(pair);
        return book;
    }

    private async ValueTask<bool> IsHeldAsync(OfficeCode office, long position, int index, CancellationToken ct)
    {
        var view = new OfficeView(office);
        await store.LoadPendingAsync(view, position, index, ct);
        return view.FindPending(position, index) is { Kind: PendingKind.Held, State: PendingState.Open };
    }

    private static async ValueTask<bool> SaveAsync(ICaseWrite write, CaseBook book, CancellationToken ct)
    {
        foreach (var duplicate in book.Changed)
        {
            if (CaseBook.IsNew(duplicate))
                duplicate.CaseId = await write.NextCaseIdAsync(ct);
            else if ((await write.FindCaseAsync(duplicate.CaseId, ct))?.Version != duplicate.Version - 1)
                return false;
            await write.SaveAsync(duplicate, ct);
        }

        return true;
    }

    // An answer that came meanwhile stands.
    private static async ValueTask SaveAsync(ICaseWrite write, StoredClaim claim, CancellationToken ct)
    {
        if (await write.FindClaimAsync(claim.Owner, claim.ClaimId, ct) is null or { State: ClaimState.Open })
            await write.SaveAsync(claim, ct);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "An entry of office {Office} between {First} and {Last} is damaged; the scanner stops there and goes on with the other offices")]
    private partial void LogDamaged(Exception exception, OfficeCode office, long first, long last);
}
