using Google.Protobuf;
using KpuSync.Contracts.V1;

namespace KpuSync.Cli.Output;

/// <summary>A recap for machines.</summary>
internal static class RecapDocument
{
    public static object Of(GetRecapResponse recap) => new
    {
        Office = recap.OfficeCode,
        recap.Period,
        recap.FirstDay,
        recap.LastDay,
        recap.Provisional,
        Closing = recap.Closing is null ? null : Of(recap.Closing),
        Total = FiguresOf(recap.Total),
        Rows = recap.Rows.Select(row => new { row.Code, row.PollingStation, Name = RecapAreas.NameOf(row), Figures = FiguresOf(row.Figures) }),
    };

    public static object Of(PeriodClosing closing) => new
    {
        closing.MinutesNumber,
        closing.ClosedBy,
        ClosedAt = closing.ClosedAt.ToDateTimeOffset(),
        closing.Position,
        ChainHash = Hex(closing.ChainHash),
        Ledgers = closing.Ledgers.Select(l => new { Office = l.OfficeCode, l.Position, ChainHash = Hex(l.ChainHash) }),
        Figures = FiguresOf(closing.Figures),
    };

    public static string Hex(ByteString bytes) => Convert.ToHexStringLower(bytes.Span);

    private static object FiguresOf(RecapFigures f) => new
    {
        PreviousTotal = CountOf(f.PreviousTotal),
        OpeningBalance = CountOf(f.OpeningBalance),
        StateEntered = CountOf(f.StateEntered),
        NewFirstTime = CountOf(f.NewFirstTime),
        NewMovedIn = CountOf(f.NewMovedIn),
        Removed = f.Removed.Select(r => new { r.Ground, r.Count.Male, r.Count.Female }),
        TransferredIn = CountOf(f.TransferredIn),
        TransferredOut = CountOf(f.TransferredOut),
        MovedIn = CountOf(f.MovedIn),
        MovedOut = CountOf(f.MovedOut),
        SexCorrected = CountOf(f.SexCorrected),
        DataChanged = CountOf(f.DataChanged),
        AddressFrom = CountOf(f.AddressFrom),
        AddressTo = CountOf(f.AddressTo),
        CorrectionsEntered = CountOf(f.CorrectionsEntered),
        CorrectionsRemoved = CountOf(f.CorrectionsRemoved),
        CorrectionsChanged = CountOf(f.CorrectionsChanged),
        Total = CountOf(f.Total),
        f.Districts,
        f.Villages,
        f.PollingStations,
        f.Held,
        f.Duplicates,
    };

    private static object CountOf(SexCount count) => new { count.Male, count.Female };
}
