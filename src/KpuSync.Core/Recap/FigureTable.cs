using KpuSync.Contracts.V1;

namespace KpuSync.Core.Recap;

/// <summary>Puts summed tallies into the figures of a recap, area by area.</summary>
/// <param name="level">How fine the areas are; what moves within one of them does not show.</param>
internal sealed class FigureTable(RecapLevel level)
{
    private readonly SortedDictionary<(string Code, int Station), RecapFigures> _areas = new(AreaOrder.Instance);

    /// <summary>The areas in code order, with their figures.</summary>
    public IEnumerable<KeyValuePair<(string Code, int Station), RecapFigures>> Areas => _areas;

    /// <summary>The figures of an area; all 0 if there is nothing yet.</summary>
    public RecapFigures this[string code, int station]
    {
        get
        {
            if (!_areas.TryGetValue((code, station), out var figures))
                _areas.Add((code, station), figures = Empty());
            return figures;
        }
    }

    /// <summary>Adds one sum.</summary>
    public void Add(TallySum sum)
    {
        var figures = this[sum.Code, sum.PollingStation];
        var sign = Measures.SignOf(sum.Measure);
        Count(figures.PreviousTotal, sum.Sex, sign * sum.Before);
        Count(figures.Total, sum.Sex, sign * (sum.Before + sum.Within));
        if (sum.Within != 0 && CellOf(figures, sum.Measure) is { } cell)
            Count(cell, sum.Sex, sum.Measure is Measure.SexCorrectedOut ? -sum.Within : sum.Within);
    }

    private SexCount? CellOf(RecapFigures figures, Measure measure) => measure switch
    {
        Measure.OpeningBalance => figures.OpeningBalance,
        Measure.StateEntered => figures.StateEntered,
        Measure.NewFirstTime => figures.NewFirstTime,
        Measure.NewMovedIn => figures.NewMovedIn,
        Measure.TransferredIn => figures.TransferredIn,
        Measure.TransferredOut => figures.TransferredOut,
        >= Measure.Deceased and <= Measure.NoElectronicCard => GroundCell(figures, (RemovalGround)((int)measure - 20)),
        Measure.SexCorrectedIn or Measure.SexCorrectedOut => figures.SexCorrected,
        Measure.StationMovedIn => level is RecapLevel.PollingStation ? figures.MovedIn : null,
        Measure.StationMovedOut => level is RecapLevel.PollingStation ? figures.MovedOut : null,
        Measure.VillageMovedIn => level is RecapLevel.PollingStation or RecapLevel.Village ? figures.MovedIn : null,
        Measure.VillageMovedOut => level is RecapLevel.PollingStation or RecapLevel.Village ? figures.MovedOut : null,
        Measure.DistrictMovedIn => IsBelowOffice ? figures.MovedIn : null,
        Measure.DistrictMovedOut => IsBelowOffice ? figures.MovedOut : null,
        Measure.DataChanged => figures.DataChanged,
        Measure.AddressFrom => figures.AddressFrom,
        Measure.AddressTo => figures.AddressTo,
        Measure.CorrectionEntered => figures.CorrectionsEntered,
        Measure.CorrectionRemoved => figures.CorrectionsRemoved,
        Measure.CorrectionChanged => figures.CorrectionsChanged,
        _ => null,
    };

    private bool IsBelowOffice => level is RecapLevel.District or RecapLevel.Village or RecapLevel.PollingStation;

    private static SexCount GroundCell(RecapFigures figures, RemovalGround ground)
    {
        var place = 0;
        while (place < figures.Removed.Count && figures.Removed[place].Ground < ground)
            place++;
        if (place == figures.Removed.Count || figures.Removed[place].Ground != ground)
            figures.Removed.Insert(place, new GroundCount { Ground = ground, Count = new SexCount() });
        return figures.Removed[place].Count;
    }

    private static void Count(SexCount cell, Sex sex, long count)
    {
        if (sex is Sex.Male)
            cell.Male += count;
        else
            cell.Female += count;
    }

    private static RecapFigures Empty() => new()
    {
        PreviousTotal = new SexCount(),
        OpeningBalance = new SexCount(),
        StateEntered = new SexCount(),
        NewFirstTime = new SexCount(),
        NewMovedIn = new SexCount(),
        DataChanged = new SexCount(),
        AddressFrom = new SexCount(),
        AddressTo = new SexCount(),
        MovedIn = new SexCount(),
        MovedOut = new SexCount(),
        TransferredIn = new SexCount(),
        TransferredOut = new SexCount(),
        SexCorrected = new SexCount(),
        CorrectionsEntered = new SexCount(),
        CorrectionsRemoved = new SexCount(),
        CorrectionsChanged = new SexCount(),
        Total = new SexCount(),
    };

    // Codes are text; the culture must not order them.
    private sealed class AreaOrder : IComparer<(string Code, int Station)>
    {
        public static readonly AreaOrder Instance = new();

        public int Compare((string Code, int Station) x, (string Code, int Station) y) =>
            string.CompareOrdinal(x.Code, y.Code) is not 0 and var order ? order : x.Station.CompareTo(y.Station);
    }
}
