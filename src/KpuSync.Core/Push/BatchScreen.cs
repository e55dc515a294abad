using System.Security.Cryptography;
using KpuSync.Contracts.Encoded;
using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Items;
using KpuSync.Core.Ledger;
using KpuSync.Core.Register;
using KpuSync.Rules;
using KpuSync.Rules.Chain;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Registry;
using KpuSync.Rules.Values;
using Microsoft.Extensions.Logging;

namespace KpuSync.Core.Push;

/// <summary>Checks and packs a batch without looking at any record: pure, and so done in parallel with the commit before it.</summary>
public sealed partial class BatchScreen(ChangeRules rules, SyncLimits limits, TimeProvider time, ILogger<BatchScreen> logger)
{
    /// <summary>Null if the batch itself is well-formed and within the limits.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="isDryRun">True if it is only validated: sequence and ids are not looked at.</param>
    public SyncError? CheckEnvelope(IBatchEnvelope batch, bool isDryRun)
    {
        if (ContractVersions.Check(batch.ContractVersion) is { } version)
            return version;
        if (batch.ChangeCount == 0)
            return SyncError.Of(ErrorReason.BatchEmpty);
        if (batch.ChangeCount > limits.BatchChangesMax)
            return OverLimit(ErrorReason.BatchTooManyChanges, limits.BatchChangesMax, batch.ChangeCount);
        if (batch.SourceName.Length > 200 || batch.SourceName.AsSpan().IndexOfAnyInRange('\0', '\x1f') >= 0)
            return SyncError.RequestInvalid("batch.source_name");
        if (!Enum.IsDefined(batch.Mode))
            return SyncError.RequestInvalid("batch.mode");
        if (!isDryRun && CheckNames(batch) is { } malformed)
            return malformed;
        var size = batch.CalculateSize();
        return size > limits.BatchBytesMax ? OverLimit(ErrorReason.BatchTooLarge, limits.BatchBytesMax, size) : null;
    }

    /// <summary>Checks every change against the caller's grants and the rules that need no other record.</summary>
    public IReadOnlyList<ScreenedChange> CheckChanges(Caller caller, Batch batch, OfficeCode office, RegionCatalogue regions)
    {
        var today = OfficeCalendar.TodayIn(office, time);
        var checkedChanges = new ScreenedChange[batch.Changes.Count];
        for (var i = 0; i < checkedChanges.Length; i++)
            checkedChanges[i] = CheckGranted(caller, batch.Changes[i], office, today, regions);
        FamilyStations.Warn(checkedChanges);
        return checkedChanges;
    }

    /// <summary>Does everything that can be done before the batch's turn comes.</summary>
    internal ScreenedBatch Screen(Caller caller, Batch batch, OfficeCode office)
    {
        using var encoded = EncodedChanges.Of(batch.Changes);
        var salts = RandomNumberGenerator.GetBytes(batch.Changes.Count * LedgerChain.SaltLength);

        // The receipt names one catalogue, even where an import comes in between.
        var regions = rules.Regions;
        return new ScreenedBatch
        {
            Caller = caller,
            Batch = batch,
            Office = office,
            Changes = CheckChanges(caller, batch, office, regions),
            Items = ItemsToDecide.Of(office, batch.Changes),
            RegionCatalogueVersion = regions.Version,
            ContentDigest = encoded.Digest(),
            ChangeHashes = HashChanges(encoded, salts),
            Payload = BatchBlob.Pack(batch.Mode, batch.SourceName, encoded.Content, encoded.Ends, salts),
        };
    }

    /// <summary>Checks one change against the rules that need no other record.</summary>
    public ScreenedChange CheckChange(Change change, OfficeCode office, DateOnly today, RegionCatalogue regions)
    {
        var (nik, oldNik) = ChangeKeys.Of(change);
        if (change.KindCase is Change.KindOneofCase.None)
            return new ScreenedChange(change, nik, oldNik, [StateRules.ChangeKindUnknown.At("")]);
        try
        {
            var violations = rules.Check(change, office, today, regions);
            return new ScreenedChange(ReplacedVillage.In(change, violations), nik, oldNik, violations);
        }
#pragma warning disable CA1031 // One change that makes the rules throw is parked; its neighbours must not suffer.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogPoison(e.GetType().Name, office);
            return new ScreenedChange(change, nik, oldNik, [StateRules.ChangePoison.At("")]);
        }
    }

    private static SyncError? CheckNames(IBatchEnvelope batch)
    {
        if (!Uuids.IsCanonical(batch.ProducerId))
            return SyncError.RequestInvalid("batch.producer_id");
        if (!Uuids.IsCanonical(batch.BatchId))
            return SyncError.RequestInvalid("batch.batch_id");
        return batch.Sequence > 0 ? null : SyncError.RequestInvalid("batch.sequence");
    }

    // What is not granted is not looked at.
    private ScreenedChange CheckGranted(Caller caller, Change change, OfficeCode office, DateOnly today, RegionCatalogue regions)
    {
        if (ChangeGrants.Check(caller, change) is not { } refused)
            return CheckChange(change, office, today, regions);
        var (nik, oldNik) = ChangeKeys.Of(change);
        return new ScreenedChange(change, nik, oldNik, [refused]);
    }

    private static byte[] HashChanges(EncodedChanges encoded, byte[] salts)
    {
        var hashes = new byte[encoded.Ends.Length * LedgerChain.HashLength];
        var start = 0;
        for (var i = 0; i < encoded.Ends.Length; i++)
        {
            LedgerChain.HashChange(
                salts.AsSpan(i * LedgerChain.SaltLength, LedgerChain.SaltLength),
                encoded.Content[start..encoded.Ends[i]],
                hashes.AsSpan(i * LedgerChain.HashLength, LedgerChain.HashLength));
            start = encoded.Ends[i];
        }

        return hashes;
    }

    private static SyncError OverLimit(ErrorReason reason, int limit, int actual) =>
        SyncError.Of(reason, ("limit", Number(limit)), ("actual", Number(actual)));

    private static string Number(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    // The exception's message may quote the data; its type does not.
    [LoggerMessage(Level = LogLevel.Error, Message = "A rule threw {ExceptionType} on a change of office {Office}; the change is parked")]
    private partial void LogPoison(string exceptionType, OfficeCode office);
}
