using System.Globalization;
using System.Text;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Regions;

namespace KpuSync.Cli.Tests.Samples;

/// <summary>A row of an export, read in the plainest way, so that what the samples promise is checked by other code than theirs.</summary>
internal sealed class SampleRow(Dictionary<string, string> cells)
{
    private static readonly string[] DateForms = ["dd|MM|yyyy", "dd-MM-yyyy", "yyyy-MM-dd"];

    public string this[string column] => cells.GetValueOrDefault(column, "");

    /// <summary>Reads an export; the first row is row 2, as in a spreadsheet.</summary>
    public static List<SampleRow> Read(string path)
    {
        var bytes = File.ReadAllBytes(path);
        var strict = new UTF8Encoding(false, throwOnInvalidBytes: true);
        string text;
        try
        {
            text = strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            text = Encoding.Latin1.GetString(bytes);
        }

        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var separator = lines[0].Contains(';', StringComparison.Ordinal) ? ';' : ',';
        var header = Split(lines[0], separator);
        return [.. lines.Skip(1).Select(line => new SampleRow(header.Zip(Split(line, separator)).ToDictionary(p => p.First, p => p.Second)))];
    }

    /// <summary>The record that the row stands for.</summary>
    public VoterRecord ToRecord(string office) => new()
    {
        Nik = this["NIK"],
        Nkk = this["NKK"],
        Name = this["NAMA"],
        Sex = this["JK"] == "L" ? Sex.Male : Sex.Female,
        BirthPlace = this["TMPT_LHR"],
        BirthDate = Date(this["TGL_LHR"]).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        MaritalStatus = this["STS"] switch { "B" => MaritalStatus.NotMarried, "S" => MaritalStatus.Married, _ => MaritalStatus.OnceMarried },
        Address = this["ALAMAT"],
        Rt = int.Parse(this["RT"], CultureInfo.InvariantCulture),
        Rw = int.Parse(this["RW"], CultureInfo.InvariantCulture),
        VillageCode = VillageOf(office),
        PollingStation = int.Parse(this["TPS"], CultureInfo.InvariantCulture),
        Disability = Disability.None + int.Parse(this["DIS"], CultureInfo.InvariantCulture),
        ElectronicCard = this["KTPel"] == "S" ? ElectronicCard.Held : ElectronicCard.NotYet,
        Dpid = this["DPID"].TrimStart('0'),
        Source = this["SUMBER"],
    };

    private static DateOnly Date(string text) => DateOnly.ParseExact(text, DateForms, CultureInfo.InvariantCulture);

    private string VillageOf(string office)
    {
        var district = this["KECAMATAN"];
        if (this["DESA"] is { Length: 10 } code && char.IsAsciiDigit(code[0]))
            return code;
        if (!char.IsAsciiDigit(district[0]))
            RegionCatalogue.Default.TryFindDistrict(office, district, out district).ShouldBeTrue();
        RegionCatalogue.Default.TryFindVillage(district, this["DESA"], out var village).ShouldBeTrue();
        return village;
    }

    private static List<string> Split(string line, char separator)
    {
        List<string> fields = [];
        var field = new StringBuilder();
        var quoted = false;
        foreach (var c in line.TrimEnd('\r'))
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == separator && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(c);
            }
        }

        fields.Add(field.ToString());
        return fields;
    }
}
