using System.Globalization;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;

namespace KpuSync.Forms;

/// <summary>Names the areas of a recap for people.</summary>
public static class RecapAreas
{
    /// <summary>An office, province or the nation: <c>Kabupaten Lombok Barat (5201)</c>.</summary>
    public static string NameOf(string range)
    {
        var office = OfficeCode.Parse(range);
        var name = office.Kind switch
        {
            OfficeKind.Regency => RegionCatalogue.Default.TryGetOffice(range, out var region) ? region.Name : null,
            OfficeKind.Province => RegionCatalogue.Default.NameOf(office.ProvinceCode),
            _ => "Indonesia",
        };
        return name is null ? range : $"{name} ({range})";
    }

    /// <summary>A regency or city, without its code.</summary>
    public static string OfficeNameOf(string office) => RegionCatalogue.Default.TryGetOffice(office, out var region) ? region.Name : office;

    /// <summary>A part of the range: its own name, without the code.</summary>
    public static string NameOf(RecapRow row) =>
        (row.Code.Length == 4 && RegionCatalogue.Default.TryGetOffice(row.Code, out var office) ? office.Name : RegionCatalogue.Default.NameOf(row.Code)) ?? "";

    /// <summary>A polling station as it is printed: 3 digits, or nothing where none is assigned.</summary>
    public static string StationOf(RecapRow row) => row.PollingStation == 0 ? "-" : row.PollingStation.ToString("000", CultureInfo.InvariantCulture);
}
