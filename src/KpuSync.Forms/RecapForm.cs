using KpuSync.Contracts.V1;
using KpuSync.Rules.Registry;

namespace KpuSync.Forms;

/// <summary>A recap as a file: XLSX in the shape of the form A-Rekap, or the same columns as CSV for machines.</summary>
public sealed class RecapForm(GetRecapResponse recap, RecapLevel level, Language language)
{
    /// <summary>Writes a spreadsheet: title, office, period, state, two lines of heads, a line for each area, the sum.</summary>
    public void WriteXlsx(Stream stream, string state)
    {
        List<object?>[] form =
        [
            [RecapWords.Title.In(language)],
            [RecapAreas.NameOf(recap.OfficeCode)],
            [$"{recap.Period} ({recap.FirstDay} - {recap.LastDay})"],
            [state],
            [],
            Heads(isSplit: true),
            SubHeads(),
            .. Lines(),
        ];
        FormFile.WriteXlsx(stream, form);
    }

    /// <summary>Writes one line of heads, a line for each area, and the sum.</summary>
    public void WriteCsv(Stream stream) => FormFile.WriteCsv(stream, [Heads(isSplit: false), .. Lines()]);

    private bool HasStations => level is RecapLevel.PollingStation;

    private List<object?> Heads(bool isSplit)
    {
        List<object?> heads = [RecapWords.Number.In(language), RecapWords.Code.In(language), RecapWords.Name.In(language)];
        if (HasStations)
            heads.Add(RecapWords.Station.In(language));
        heads.AddRange([RecapWords.Districts.In(language), RecapWords.Villages.In(language), RecapWords.Stations.In(language)]);
        foreach (var item in RecapItem.All)
        {
            var name = item.Name(language);
            foreach (var (column, sub) in SubHeadsOf(item).Index())
                heads.Add(!isSplit ? $"{name} {sub}" : column == 0 ? name : "");
        }

        heads.AddRange([RecapWords.Held.In(language), RecapWords.Duplicates.In(language)]);
        return heads;
    }

    private List<object?> SubHeads()
    {
        List<object?> heads = [.. Enumerable.Repeat("", HasStations ? 7 : 6)];
        foreach (var item in RecapItem.All)
            heads.AddRange(SubHeadsOf(item));
        heads.AddRange(["", ""]);
        return heads;
    }

    private IEnumerable<string> SubHeadsOf(RecapItem item)
    {
        yield return RecapWords.Male.In(language);
        yield return RecapWords.Female.In(language);
        if (item.IsTotal)
            yield return RecapWords.Both.In(language);
    }

    private IEnumerable<List<object?>> Lines()
    {
        foreach (var (number, row) in recap.Rows.Index())
        {
            List<object?> heads = [number + 1, row.Code, RecapAreas.NameOf(row)];
            if (HasStations)
                heads.Add(RecapAreas.StationOf(row));
            yield return Line(heads, row.Figures);
        }

        List<object?> total = ["", recap.OfficeCode, RecapWords.Sum.In(language)];
        if (HasStations)
            total.Add("");
        yield return Line(total, recap.Total);
    }

    private static List<object?> Line(List<object?> line, RecapFigures figures)
    {
        line.AddRange([figures.Districts, figures.Villages, figures.PollingStations]);
        foreach (var item in RecapItem.All)
        {
            var value = item.ValueOf(figures);
            line.AddRange([value.Male, value.Female]);
            if (item.IsTotal)
                line.Add(value.Male + value.Female);
        }

        line.AddRange([figures.Held, figures.Duplicates]);
        return line;
    }
}
