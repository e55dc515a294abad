using KpuSync.Client.Exports;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Registry;

namespace KpuSync.Client.Delta;

/// <summary>Finds the village of a row by code or name, and remembers each pair of cells: an export has a few hundred of them.</summary>
internal sealed class VillageFinder
{
    private const string VillagePath = "voter_upsert.voter.village_code";

    private readonly RegionCatalogue _regions;
    private readonly string _office;
    private readonly Dictionary<string, (string Code, Violation? Fault)>.AlternateLookup<ReadOnlySpan<char>> _known;

    public VillageFinder(RegionCatalogue regions, string office)
    {
        _regions = regions;
        _office = office;
        _known = new Dictionary<string, (string Code, Violation? Fault)>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <summary>The 10-digit code as the row means it, or why there is none. A code that does not exist is passed on: the rules judge it.</summary>
    public (string Code, Violation? Fault) Find(ReadOnlySpan<char> district, ReadOnlySpan<char> village)
    {
        district = district.Trim();
        village = village.Trim();
        if (district.Length + village.Length > 400)
            return (village[..Math.Min(village.Length, 100)].ToString(), null);
        Span<char> key = stackalloc char[district.Length + village.Length + 1];
        district.CopyTo(key);
        key[district.Length] = '\n';
        village.CopyTo(key[(district.Length + 1)..]);
        if (_known.TryGetValue(key, out var found))
            return found;
        found = LookUp(district, village);
        _known[key] = found;
        return found;
    }

    private (string Code, Violation? Fault) LookUp(ReadOnlySpan<char> district, ReadOnlySpan<char> village)
    {
        var villageDigits = Digits(village);
        var districtCode = DistrictCode(district);
        if (village.IsEmpty)
            return ("", null);
        if (villageDigits.Length == 10)
        {
            return districtCode is not null && !villageDigits.StartsWith(districtCode, StringComparison.Ordinal)
                ? ("", FileRules.VillageOtherDistrict.At(VillagePath, ("district", districtCode)))
                : (villageDigits, null);
        }

        if (districtCode is null)
        {
            return ("", FileRules.DistrictNotFound.At(
                VillagePath, ("office", _office), ("closest", Names(_regions.ClosestDistricts(_office, district)))));
        }

        if (villageDigits.Length == 4)
            return (districtCode + villageDigits, null);
        if (villageDigits.Length > 0)
            return (villageDigits, null);
        var match = _regions.FindVillage(districtCode, village);
        return match.Kind switch
        {
            RegionMatchKind.Found => (match.Code, null),
            RegionMatchKind.Ambiguous => ("", FileRules.VillageAmbiguous.At(VillagePath, ("district", districtCode))),
            _ => ("", FileRules.VillageNotFound.At(
                VillagePath, ("district", districtCode), ("closest", Names(_regions.ClosestVillages(districtCode, village))))),
        };
    }

    private string? DistrictCode(ReadOnlySpan<char> district)
    {
        var digits = Digits(district);
        if (digits.Length == 6)
            return digits;
        if (digits.Length == 2)
            return _office + digits;
        return digits.Length == 0 && _regions.TryFindDistrict(_office, district, out var code) ? code : null;
    }

    // The digits of a code, dotted or not; empty for anything that is not a code.
    private static string Digits(ReadOnlySpan<char> text)
    {
        if (!CellText.IsCode(text))
            return "";
        return text.ToString().Replace(".", "", StringComparison.Ordinal);
    }

    // A dash where nothing is close, so that the sentence stays whole.
    private static string Names(IReadOnlyList<string> closest) => closest.Count == 0 ? "-" : string.Join(", ", closest);
}
