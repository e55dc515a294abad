using KpuSync.Contracts.V1;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Recap;

/// <summary>Reads the figures of a range over a period from its tallies.</summary>
public sealed class RecapReading(IRecapReader recap)
{
    private static readonly RecapFigures Nothing = NoFigures();

    /// <summary>The figures of an area where nothing was ever counted.</summary>
    public static RecapFigures NoFigures() => new FigureTable(RecapLevel.Unspecified)["", 0];

    /// <summary>The figures of the whole range, and of its parts.</summary>
    /// <param name="range">An office, a province or the nation.</param>
    /// <param name="period">The period.</param>
    /// <param name="level">How fine the parts are; unspecified for none.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<(RecapFigures Total, IReadOnlyList<RecapRow> Rows)> ReadAsync(OfficeCode range, RecapPeriod period, RecapLevel level, CancellationToken ct)
    {
        var villages = await recap.VillagesAsync(range, period.LastDay, ct);
        var whole = await TableAsync(range, period, RecapLevel.Unspecified, ct);
        var total = whole["", 0];
        CountPlaces(whole, 0, villages);
        if (level is RecapLevel.Unspecified)
        {
            await CountOpenAsync(range, total, [], ct);
            return (total, []);
        }

        var parts = await TableAsync(range, period, level, ct);
        if (level is RecapLevel.PollingStation)
            CountStations(parts);
        else
            CountPlaces(parts, CodeLengthOf(level), villages);
        var rows = parts.Areas.Where(a => !a.Value.Equals(Nothing))
            .Select(a => new RecapRow { Code = a.Key.Code, PollingStation = a.Key.Station, Figures = a.Value }).ToList();
        await CountOpenAsync(range, total, level is RecapLevel.Office ? rows : [], ct);
        return (total, rows);
    }

    private async Task<FigureTable> TableAsync(OfficeCode range, RecapPeriod period, RecapLevel level, CancellationToken ct)
    {
        var table = new FigureTable(level);
        foreach (var sum in await recap.SumsAsync(range, period, level, ct))
            table.Add(sum);
        return table;
    }

    private static int CodeLengthOf(RecapLevel level) => level switch
    {
        RecapLevel.Office => 4,
        RecapLevel.District => 6,
        _ => 10,
    };

    // A village's code begins with its district's, and that with its office's.
    private static void CountPlaces(FigureTable table, int codeLength, IReadOnlyList<VillageStations> villages)
    {
        foreach (var district in villages.GroupBy(v => v.VillageCode[..6]))
        {
            foreach (var area in district.GroupBy(v => v.VillageCode[..codeLength]))
            {
                var figures = table[area.Key, 0];
                figures.Districts++;
                figures.Villages += area.Count();
                figures.PollingStations += area.Sum(v => v.Stations);
            }
        }
    }

    private static void CountStations(FigureTable table)
    {
        foreach (var ((_, station), figures) in table.Areas)
            figures.PollingStations = station > 0 && figures.Total.Male + figures.Total.Female > 0 ? 1 : 0;
    }

    private async Task CountOpenAsync(OfficeCode range, RecapFigures total, IReadOnlyList<RecapRow> offices, CancellationToken ct)
    {
        var holds = await recap.OpenHoldsAsync(range, ct);
        total.Held = holds.Values.Sum();
        var duplicates = await recap.OpenDuplicatesAsync(range, ct);
        total.Duplicates = duplicates.Cases;
        foreach (var row in offices)
        {
            var office = OfficeCode.Parse(row.Code);
            row.Figures.Held = holds.GetValueOrDefault(office);
            row.Figures.Duplicates = duplicates.ByOffice.GetValueOrDefault(office);
        }
    }
}
