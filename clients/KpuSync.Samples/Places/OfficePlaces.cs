using System.Globalization;
using KpuSync.Rules.Regions;

namespace KpuSync.Samples.Places;

/// <summary>What the samples need to know of an office's area, in the form in which exports write it.</summary>
internal sealed class OfficePlaces
{
    // People who moved in come from far away as well as from next door.
    private static readonly string[] FarOfficeCodes = ["3171", "3273", "3374", "3404", "3578", "5102", "5171", "5201", "5204", "5371", "6371", "7371"];

    public required string Office { get; init; }

    /// <summary>Name as the catalogue has it.</summary>
    public required string Name { get; init; }

    public required string[] DistrictCodes { get; init; }

    /// <summary>Upper case; the code where two districts could be meant.</summary>
    public required string[] DistrictNames { get; init; }

    /// <summary>The codes as the first 6 digits of an identity number.</summary>
    public required int[] DistrictNumbers { get; init; }

    public required Village[] Villages { get; init; }

    /// <summary>Where people of this office were born.</summary>
    public required string[] BirthPlaces { get; init; }

    /// <summary>Districts of other offices, as the first 6 digits of an identity number.</summary>
    public required int[] FarDistricts { get; init; }

    /// <summary>Those offices.</summary>
    public required string[] FarOffices { get; init; }

    /// <exception cref="ArgumentException">There is no such office.</exception>
    public static OfficePlaces Of(RegionCatalogue catalogue, string office)
    {
        if (!catalogue.TryGetOffice(office, out var region))
            throw new ArgumentException($"There is no office {office}.", nameof(office));
        var districts = catalogue.DistrictsOf(office);
        var far = FarOfficeCodes.Where(code => code != office && catalogue.ContainsRegency(code)).ToArray();
        return new OfficePlaces
        {
            Office = office,
            Name = region.Name,
            DistrictCodes = [.. districts.Select(d => d.Code)],
            DistrictNames = [.. districts.Select(d => Upper(d.Name)).Select((name, i) => catalogue.TryFindDistrict(office, name, out var found) && found == districts[i].Code ? name : districts[i].Code)],
            DistrictNumbers = [.. districts.Select(d => Number(d.Code))],
            Villages = [.. districts.SelectMany((district, i) => VillagesOf(catalogue, district, i))],
            BirthPlaces = [.. districts.Select(d => Upper(d.Name)), .. Enumerable.Repeat(ShortName(region.Name), districts.Count)],
            FarDistricts = [.. far.SelectMany(code => catalogue.DistrictsOf(code)).Select(d => Number(d.Code))],
            FarOffices = far,
        };
    }

    private static IEnumerable<Village> VillagesOf(RegionCatalogue catalogue, Region district, int index)
    {
        foreach (var village in catalogue.VillagesOf(district.Code))
        {
            var name = Upper(village.Name);
            yield return new Village(village.Code, name, index, catalogue.TryFindVillage(district.Code, name, out var found) && found == village.Code);
        }
    }

    private static string Upper(string name) => name.ToUpperInvariant();

    private static string ShortName(string name)
    {
        var upper = Upper(name);
        return upper.StartsWith("KABUPATEN ", StringComparison.Ordinal) ? upper["KABUPATEN ".Length..]
            : upper.StartsWith("KOTA ", StringComparison.Ordinal) ? upper["KOTA ".Length..]
            : upper;
    }

    private static int Number(string code) => int.Parse(code, CultureInfo.InvariantCulture);
}
