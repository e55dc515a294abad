using KpuSync.Contracts.V1;
using KpuSync.Core.Claims;
using KpuSync.Core.Register;
using KpuSync.Core.Store;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Duplicates;

/// <summary>
/// Follows every ledger from a durable checkpoint and finds what concerns more than one office: duplicates, and claims. Start at <see cref="StepAsync"/>.
/// </summary>
/// <remarks>
/// It sees only what is committed, each change once, so that of two registrations with one number the later one is always compared with the earlier,
/// whatever pushes ran at the same time. The ledger itself is the outbox: cases, claims, notices and the checkpoint move in one transaction, and a page
/// that is looked at twice opens nothing twice.
/// </remarks>
public sealed class Scanner(ILedgerStore store, ICaseReader cases, PairFinder pairs, TimeProvider time) : IDisposable
{
    /// <summary>Entries of a page while nothing else is going on.</summary>
    public const int PageEntriesMax = 16;

    private readonly SemaphoreSlim _one = new(1, 1);

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
    /// <returns>Changes in it; null if every ledger is read to its end.</returns>
    public async Task<int?> StepAsync(int entriesMax, CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            var checkpoints = await cases.CheckpointsAsync(ct);
            var heads = await store.HeadsOfAsync(OfficeCode.Centre, ct);
            var next = heads.Select(h => (h.Office, From: checkpoints.GetValueOrDefault(h.Office), Behind: h.Position - checkpoints.GetValueOrDefault(h.Office)))
                .OrderByDescending(h => h.Behind).FirstOrDefault();
            return next.Behind > 0 ? await ScanPageAsync(next.Office, next.From, entriesMax, ct) : null;
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

    private async ValueTask<int> ScanPageAsync(OfficeCode office, long from, int entriesMax, CancellationToken ct)
    {
        var entries = await store.EntriesAfterAsync(office, from, entriesMax, ct);
        if (entries.Count == 0)
            return 0;
        var events = PageEvents.Of(office, entries);
        while (!await TryWriteAsync(events, entries[^1].Position, ct))
        {
            // Somebody decided a case while it was being looked at: look again.
        }

        return events.Changes;
    }

    private async ValueTask<bool> TryWriteAsync(PageEvents events, long position, CancellationToken ct)
    {
        var claims = await ClaimBook.ReadAsync(cases, events, ct);
        var people = new PeopleOfPage(events, await cases.RegistrationsOfAsync(events.Everybody, ct));
        claims.Apply(events, people);
        await IndexAsync(people, ct);
        var book = await ReadCasesAsync(events, people, await pairs.FindAsync(people, claims, ct), ct);
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        book.Settle(now);

        var announced = Announcements.Of(book, claims);
        await using var write = await store.BeginWriteAsync(announced.Offices, ct);
        if (!await SaveAsync(write.Cases, book, ct))
            return false;
        foreach (var claim in claims.Changed)
            await SaveAsync(write.Cases, claim, ct);
        foreach (var office in announced.Offices)
            await write.AppendAsync(NoticeComposer.Compose(write.HeadOf(office), announced.To(office), now), ct);
        await write.Cases.SetCheckpointAsync(events.Office, position, ct);
        await write.CommitAsync(ct);
        return true;
    }

    // On its own: keys only add to what is compared, and must be there before anything is compared with them.
    private async ValueTask IndexAsync(PeopleOfPage people, CancellationToken ct)
    {
        if (people.Own.Count == 0)
            return;
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
            book.JoinHeld(new RegistrationKey(nik, events.Office), position, index);
        foreach (var (nik, position, index) in events.EndedHolds)
            book.EndHeld(new RegistrationKey(nik, events.Office), position, index);
        foreach (var pair in found)
            book.Join(pair);
        return book;
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
}
