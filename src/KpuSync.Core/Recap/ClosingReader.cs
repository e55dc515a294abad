using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using KpuSync.Contracts.V1;
using KpuSync.Core.Ledger;
using KpuSync.Core.Store;

namespace KpuSync.Core.Recap;

/// <summary>Reads closings where they stand for good: in the ledger.</summary>
public sealed class ClosingReader(ILedgerReader ledger)
{
    /// <summary>The closing of a closed period.</summary>
    public async ValueTask<PeriodClosing> ReadAsync(ClosedPeriod closed, CancellationToken ct)
    {
        var entries = await ledger.EntriesAfterAsync(closed.Office, closed.Position - 1, 1, ct);
        return Of(entries[0], RecapPeriodEntry.Parser.ParseFrom(entries[0].Payload));
    }

    /// <summary>The closing that an entry holds.</summary>
    public static PeriodClosing Of(LedgerEntry stored, RecapPeriodEntry entry) => new()
    {
        MinutesNumber = entry.MinutesNumber,
        ClosedBy = stored.Actor,
        ClosedAt = Timestamp.FromDateTimeOffset(DateTimeOffset.FromUnixTimeMilliseconds(stored.CommitTimeMilliseconds)),
        Position = stored.Position,
        ChainHash = ByteString.CopyFrom(stored.ChainHash),
        Ledgers = { entry.Ledgers },
        Figures = entry.Figures,
    };
}
