using System.Security.Cryptography;
using KpuSync.Contracts.V1;
using KpuSync.Core.Ledger;
using KpuSync.Core.Store;
using KpuSync.Rules.Chain;
using KpuSync.Rules.Values;
using KpuSync.Samples.Truth;
using Microsoft.Extensions.DependencyInjection;

namespace KpuSync.Process.Tests.Support;

/// <summary>What the server's database says of an office, read from there itself.</summary>
internal sealed record LedgerFacts
{
    /// <summary>Active voters, with the hash of their record.</summary>
    public required IReadOnlyDictionary<string, ulong> Active { get; init; }

    public required IReadOnlyList<LedgerEntry> Entries { get; init; }

    /// <summary>Changes by outcome.</summary>
    public required IReadOnlyDictionary<OutcomeStatus, int> Outcomes { get; init; }

    /// <summary>Contents that were applied more than once: a change of the same row with the same data.</summary>
    public required int AppliedAgain { get; init; }

    /// <summary>Entries that are batches; the server adds notices of its own.</summary>
    public int Batches => Entries.Count(e => e.Kind == EntryKind.Batch);

    public int Epochs => Entries.Count(e => e.Kind == EntryKind.EpochOpened);

    public int Applied => Outcomes.GetValueOrDefault(OutcomeStatus.Applied);

    public int Unchanged => Outcomes.GetValueOrDefault(OutcomeStatus.Unchanged);

    /// <summary>Codes of the violations in all receipts.</summary>
    public IReadOnlyCollection<string> ViolationCodes =>
        [.. Entries.Where(e => e.Kind == EntryKind.Batch).SelectMany(e => Receipt.Parser.ParseFrom(e.Receipt).Outcomes).SelectMany(o => o.Violations).Select(v => v.Code).Distinct()];

    public IReadOnlyList<string> Producers => [.. Entries.Where(e => e.ProducerId is not null).Select(e => e.ProducerId!).Distinct()];

    /// <summary>What was told of duplicate cases.</summary>
    public IReadOnlyList<CaseNotice> CaseNotices =>
        [.. Entries.Where(e => e.Kind == EntryKind.Notice).SelectMany(e => NoticeEntry.Parser.ParseFrom(e.Payload).Notices).Select(n => n.DuplicateCase).OfType<CaseNotice>()];

    /// <summary>Nothing is missing and nothing is there twice.</summary>
    public void ShouldBeWhole()
    {
        Entries.Select(e => e.Position).ShouldBe(Enumerable.Range(1, Entries.Count).Select(i => (long)i), "positions have no gaps");
        foreach (var producer in Entries.Where(e => e.Kind == EntryKind.Batch).GroupBy(e => e.ProducerId))
            producer.Select(e => e.Sequence!.Value).ShouldBe(Enumerable.Range(1, producer.Count()).Select(i => (long)i), "every sequence is there once, in order");
        AppliedAgain.ShouldBe(0, "no change is in the ledger twice");
    }

    public static async Task<LedgerFacts> ReadAsync(ServerDatabase database, OfficeCode office)
    {
        await using var services = database.Open();
        var ledger = services.GetRequiredService<ILedgerReader>();
        var active = new Dictionary<string, ulong>(StringComparer.Ordinal);
        await foreach (var registration in ledger.RegistrationsOfAsync(office, CancellationToken.None))
        {
            if (registration.IsActive)
                active.Add(registration.Nik.ToFullText(), RecordHash.Of(registration.ParseRecord()));
        }

        var entries = await ledger.EntriesAfterAsync(office, 0, int.MaxValue, CancellationToken.None);
        var outcomes = new Dictionary<OutcomeStatus, int>();
        var applied = new HashSet<string>(StringComparer.Ordinal);
        var again = 0;
        foreach (var entry in entries.Where(e => e.Kind == EntryKind.Batch))
        {
            var batch = BatchBlob.Unpack(entry.Payload);
            for (var i = 0; i < batch.Changes.Count; i++)
            {
                var status = (OutcomeStatus)entry.Statuses[i];
                outcomes[status] = outcomes.GetValueOrDefault(status) + 1;
                if (status is OutcomeStatus.Applied && !applied.Add(Convert.ToHexString(SHA256.HashData(batch.Changes[i].Span))))
                    again++;
            }
        }

        return new LedgerFacts { Active = active, Entries = entries, Outcomes = outcomes, AppliedAgain = again };
    }

    /// <summary>The head of an office's ledger, for looking at it again and again while the server writes.</summary>
    public static LedgerWatch Watch(ServerDatabase database, OfficeCode office) => new(database.Open(), office);
}

/// <summary>Looks at the end of a ledger that somebody else writes.</summary>
internal sealed class LedgerWatch(ServiceProvider services, OfficeCode office) : IAsyncDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(2);

    public async Task<long> PositionAsync() =>
        (await services.GetRequiredService<ILedgerReader>().HeadOfAsync(office, CancellationToken.None)).Position;

    /// <summary>Ends when the ledger has reached a position.</summary>
    public async Task ReachesAsync(long position, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(LookEvery);
        while (await PositionAsync() < position)
            await timer.WaitForNextTickAsync(cancellation);
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
