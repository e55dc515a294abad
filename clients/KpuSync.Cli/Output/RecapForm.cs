using KpuSync.Cli.Texts;
using KpuSync.Contracts.V1;

namespace KpuSync.Cli.Output;

/// <summary>A recap as a file: XLSX in the shape of the form A-Rekap, or the same columns as CSV for machines.</summary>
internal sealed class RecapForm(GetRecapResponse recap, RecapLevel level, Language language)
{
    /// <summary>Writes a spreadsheet: title, office, period, state, two lines of heads, a line for each area, the sum.</summary>
    public void WriteXlsx(string path, string state)
    {
        List<object?>[] form =
        [
            [RecapTexts.Title.In(language)],
            [RecapAreas.NameOf(recap.OfficeCode)],
            [$"{recap.Period} ({recap.FirstDay} - {recap.LastDay})"],
            [state],
            [],
            Heads(isSplit: true),
            SubHeads(),
            .. Lines(),
        ];
        FormFile.WriteXlsx(path, form);
    }

    /// <summary>Writes one line of heads, a line for each area, and the sum.</summary>
    public void WriteCsv(string path) => FormFile.WriteCsv(path, [Heads(isSplit: false), .. Lines()]);

    private bool HasStations => level is RecapLevel.PollingStation;

    private List<object?> Heads(bool isSplit)
    {
        List<object?> heads = [RecapTexts.Number.In(language), RecapTexts.Code.In(language), RecapTexts.Name.In(language)];
        if (HasStations)
            heads.Add(RecapTexts.Station.In(language));
        heads.AddRange([RecapTexts.Districts.In(language), RecapTexts.Villages.In(language), RecapTexts.Stations.In(language)]);
        foreach (var item in RecapItem.All)
        {
            var name = item.Name(language);
            foreach (var (column, sub) in SubHeadsOf(item).Index())
                heads.Add(!isSplit ? $"{name} {sub}" : column == 0 ? name : "");
        }

        heads.AddRange([RecapTexts.Held.In(language), RecapTexts.Duplicates.In(language)]);
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
        yield return RecapTexts.Male.In(language);
        yield return RecapTexts.Female.In(language);
        if (item.IsTotal)
            yield return RecapTexts.Both.In(language);
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

        List<object?> total = ["", recap.OfficeCode, ReportTexts.Total.In(language)];
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
