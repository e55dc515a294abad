using KpuSync.Rules.Regions;

namespace KpuSync.TestKit.People;

/// <summary>A regency or city where people are born and live.</summary>
internal sealed record Town(string Office, string Name, string[] Districts, string[] DistrictNames, string[] Villages)
{
    public static Town Of(string office)
    {
        var catalogue = RegionCatalogue.Default;
        var districts = catalogue.DistrictsOf(office);
        var name = catalogue.NameOf(office)!.ToUpperInvariant();
        return new Town(
            office,
            name.Replace("KABUPATEN ", "", StringComparison.Ordinal).Replace("KOTA ", "", StringComparison.Ordinal),
            [.. districts.Select(district => district.Code)],
            [.. districts.Select(district => district.Name.ToUpperInvariant())],
            [.. districts.SelectMany(district => catalogue.VillagesOf(district.Code)).Select(village => village.Code)]);
    }

    /// <summary>Mostly the town, less often the district.</summary>
    public string BirthPlace(Random random) =>
        random.Next(10) < 6 ? Name : DistrictNames[random.Next(DistrictNames.Length)];
}
