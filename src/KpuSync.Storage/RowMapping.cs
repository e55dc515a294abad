using KpuSync.Contracts.V1;
using KpuSync.Core.Items;
using KpuSync.Core.Ledger;
using KpuSync.Core.Recap;
using KpuSync.Core.Register;
using KpuSync.Core.Replay;
using KpuSync.Rules.Values;
using KpuSync.Storage.Items;
using KpuSync.Storage.Ledger;
using KpuSync.Storage.Recap;
using KpuSync.Storage.Register;
using KpuSync.Storage.Replay;

namespace KpuSync.Storage;

/// <summary>From rows to what Core works with.</summary>
public static class RowMapping
{
    /// <summary>A ledger's head.</summary>
    public static LedgerHead ToHead(this LedgerHeadRow row) =>
        new(OfficeCode.FromTrusted(row.Office), row.Position, row.Epoch, row.ChainHash);

    /// <summary>A ledger entry.</summary>
    public static LedgerEntry ToEntry(this LedgerEntryRow row) => new()
    {
        Office = OfficeCode.FromTrusted(row.Office),
        Position = row.Position,
        Kind = row.Kind,
        Epoch = row.Epoch,
        CommitTimeMilliseconds = row.CommitTimeMilliseconds,
        Actor = row.Actor,
        Digest = row.Digest,
        ChainHash = row.ChainHash,
        RuleSetVersion = row.RuleSetVersion,
        RegionCatalogueVersion = row.RegionCatalogueVersion,
        ProducerId = row.ProducerId,
        Sequence = row.Sequence,
        BatchId = row.BatchId,
        ContentDigest = row.ContentDigest,
        Payload = row.Payload,
        Statuses = row.Statuses,
        Receipt = row.Receipt,
    };

    /// <summary>A registration.</summary>
    public static Registration ToRegistration(this RegistrationRow row) => new()
    {
        Office = OfficeCode.FromTrusted(row.Office),
        Nik = Nik.FromTrusted(row.Nik),
        Ground = row.Ground,
        Position = row.Position,
        Index = row.Index,
        EffectiveDate = DateOnly.FromDayNumber(row.EffectiveDay),
        Verified = row.Verified,
        DecidedCase = row.DecidedCase,
        EnteredAs = row.EnteredAs,
        Record = row.Record,
    };

    /// <summary>An item.</summary>
    public static Item ToItem(this OfficeItemRow row) => new()
    {
        Office = OfficeCode.FromTrusted(row.Office),
        Key = new ItemKey(row.Kind, row.Key),
        Position = row.Position,
        Index = row.Index,
        Version = row.Version,
        Record = row.Record,
    };

    /// <summary>A pending change.</summary>
    public static PendingChange ToPending(this PendingChangeRow row) => new()
    {
        Office = OfficeCode.FromTrusted(row.Office),
        Position = row.Position,
        Index = row.Index,
        TimeMilliseconds = row.TimeMilliseconds,
        Attempts = row.Attempts,
        Kind = row.Kind,
        State = row.State,
        Nik = row.Nik is { } nik ? Nik.FromTrusted(nik) : null,
        Item = row is { ItemKind: { } kind, ItemKey: { } key } ? new ItemKey(kind, key) : null,
        Code = row.Code,
        SettledPosition = row.SettledPosition,
        SettledIndex = row.SettledIndex,
    };

    /// <summary>A job.</summary>
    public static StoredJob ToJob(this FailedJobRow row) => new(
        FailedJob.Parser.ParseFrom(row.Body),
        new ParkedCursor(row.CursorOffice is { } office ? OfficeCode.FromTrusted(office) : null, new EntryPlace(row.CursorPosition, row.CursorIndex)));

    /// <summary>A tally.</summary>
    public static Tally ToTally(this RecapTallyRow row) =>
        new(new TallyKey(DateOnly.FromDayNumber(row.Day), row.VillageCode, row.PollingStation, row.Measure, row.Sex), row.Count);
}
