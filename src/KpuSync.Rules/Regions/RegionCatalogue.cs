using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;

namespace KpuSync.Rules.Regions;

/// <summary>Provinces, regencies, districts and villages by Kemendagri code, written without dots (domain rule: codes are text, never numbers).</summary>
/// <remarks>
/// Data of the npm package idn-area-data, made available under the Open Database License (ODbL) 1.0; see <c>Regions/Data/NOTICE.md</c>.
/// Look-ups by code allocate nothing. All members may be used from many threads.
/// </remarks>
public sealed class RegionCatalogue
{
    private const int VillageSuffixLength = 4;
    private const int FirstCity = 71;

    private static readonly Lazy<RegionCatalogue> Shipped = new(() => new RegionCatalogue(RegionData.Load()));

    private readonly RegionData _data;
    private readonly OfficeRegion[] _offices;
    private readonly ConcurrentDictionary<int, RegionNameIndex> _districtsOf = new();
    private readonly ConcurrentDictionary<int, RegionNameIndex> _villagesOf = new();

    private RegionCatalogue(RegionData data)
    {
        _data = data;
        _offices = [.. Enumerable.Range(0, data.Regencies.Codes.Count).Select(OfficeAt)];
    }

    /// <summary>The catalogue that ships inside; loaded when it is first asked for.</summary>
    public static RegionCatalogue Default => Shipped.Value;

    /// <summary>The same catalogue with regions that came later; those that it has already get the other name. Its version is <c>idn-area-data 3.1.2+1</c>.</summary>
    /// <param name="later">Regencies, districts and villages; each parent is in the catalogue or among them.</param>
    /// <param name="number">How often something was imported.</param>
    public RegionCatalogue With(IReadOnlyCollection<Region> later, int number) =>
        new(_data.With(later, string.Create(CultureInfo.InvariantCulture, $"{Version}+{number}")));

    /// <summary>Source and version, for receipts and documents.</summary>
    public string Version => _data.Version;

    /// <summary>Every regency and city, in the order of the codes.</summary>
    public IReadOnlyList<OfficeRegion> Offices => _offices;

    /// <summary>How many provinces there are.</summary>
    public int ProvinceCount => _data.Provinces.Codes.Count;

    /// <summary>How many districts there are.</summary>
    public int DistrictCount => _data.Districts.Codes.Count;

    /// <summary>How many villages there are.</summary>
    public int VillageCount => _data.Villages.Codes.Count;

    /// <summary>Whether a 2-digit code is a province of today.</summary>
    public bool ContainsProvince(ReadOnlySpan<char> code) => PlaceOf(_data.Provinces, code, length: 2) >= 0;

    /// <summary>Whether a 2-digit code is a province or was one: identity numbers keep the code of the day they were issued (54: East Timor).</summary>
    public bool HasEverBeenProvince(ReadOnlySpan<char> code) => FormerRegions.IsOrWasProvince(this, code);

    /// <summary>Whether a 6-digit code is a district or may have been one.</summary>
    public bool MayHaveBeenDistrict(ReadOnlySpan<char> code) =>
        code.Length == 6 && code.IndexOfAnyExceptInRange('0', '9') < 0 && FormerRegions.MayBeDistrict(this, code);

    /// <summary>Whether a 4-digit code is a regency or city.</summary>
    public bool ContainsRegency(ReadOnlySpan<char> code) => PlaceOf(_data.Regencies, code, length: 4) >= 0;

    /// <summary>Whether a 6-digit code is a district.</summary>
    public bool ContainsDistrict(ReadOnlySpan<char> code) => PlaceOf(_data.Districts, code, length: 6) >= 0;

    /// <summary>Whether a 10-digit code is a village.</summary>
    public bool ContainsVillage(ReadOnlySpan<char> code) => PlaceOfVillage(code) >= 0;

    /// <summary>The regency or city of a 4-digit code; false if there is none.</summary>
    public bool TryGetOffice(ReadOnlySpan<char> code, [NotNullWhen(true)] out OfficeRegion? office)
    {
        var place = PlaceOf(_data.Regencies, code, length: 4);
        office = place < 0 ? null : _offices[place];
        return place >= 0;
    }

    /// <summary>Name of a province, regency, district or village by its code; null if there is none.</summary>
    public string? NameOf(ReadOnlySpan<char> code)
    {
        if (code.Length == 10)
            return PlaceOfVillage(code) is >= 0 and var village ? _data.NameAt(_data.Villages, village) : null;
        var level = code.Length switch { 2 => _data.Provinces, 4 => _data.Regencies, _ => _data.Districts };
        return PlaceOf(level, code, code.Length is 2 or 4 ? code.Length : 6) is >= 0 and var place ? _data.NameAt(level, place) : null;
    }

    /// <summary>The districts of an office, in the order of the codes; empty if there is no such office.</summary>
    public IReadOnlyList<Region> DistrictsOf(ReadOnlySpan<char> officeCode) => DistrictIndex(officeCode)?.Regions ?? [];

    /// <summary>The villages of a district, in the order of the codes; empty if there is no such district.</summary>
    public IReadOnlyList<Region> VillagesOf(ReadOnlySpan<char> districtCode) => VillageIndex(districtCode)?.Regions ?? [];

    /// <summary>Looks for a district of an office by name. Case, marks, spaces and a leading <c>KEC.</c> do not count.</summary>
    public RegionMatch FindDistrict(ReadOnlySpan<char> officeCode, ReadOnlySpan<char> name) =>
        DistrictIndex(officeCode)?.Find(name, RegionName.WithoutDistrictPrefix(name)) ?? RegionMatch.None;

    /// <summary>Looks for a village of a district by name. Case, marks, spaces and a leading <c>DESA</c> or <c>KEL.</c> do not count.</summary>
    public RegionMatch FindVillage(ReadOnlySpan<char> districtCode, ReadOnlySpan<char> name) =>
        VillageIndex(districtCode)?.Find(name, RegionName.WithoutVillagePrefix(name)) ?? RegionMatch.None;

    /// <summary>As <see cref="FindDistrict"/>; false if there is none or more than one.</summary>
    public bool TryFindDistrict(ReadOnlySpan<char> officeCode, ReadOnlySpan<char> name, out string code)
    {
        code = FindDistrict(officeCode, name).Code;
        return code.Length > 0;
    }

    /// <summary>As <see cref="FindVillage"/>; false if there is none or more than one.</summary>
    public bool TryFindVillage(ReadOnlySpan<char> districtCode, ReadOnlySpan<char> name, out string code)
    {
        code = FindVillage(districtCode, name).Code;
        return code.Length > 0;
    }

    /// <summary>Names of the office's districts that are spelled most like a name that was not found, nearest first.</summary>
    public IReadOnlyList<string> ClosestDistricts(ReadOnlySpan<char> officeCode, ReadOnlySpan<char> name, int countMax = 3) =>
        DistrictIndex(officeCode)?.Closest(RegionName.WithoutDistrictPrefix(name), countMax) ?? [];

    /// <summary>Names of the district's villages that are spelled most like a name that was not found, nearest first.</summary>
    public IReadOnlyList<string> ClosestVillages(ReadOnlySpan<char> districtCode, ReadOnlySpan<char> name, int countMax = 3) =>
        VillageIndex(districtCode)?.Closest(RegionName.WithoutVillagePrefix(name), countMax) ?? [];

    /// <summary>The highest district number in a regency of the catalogue.</summary>
    internal int LastDistrictNumber(ReadOnlySpan<char> regencyCode) => DistrictsOf(regencyCode) is [.., var last] ? ParseOrZero(last.Code.AsSpan(4)) : 0;

    /// <summary>The highest number in a regency code's series: regencies count from 01, cities from 71.</summary>
    internal int LastRegencyNumber(ReadOnlySpan<char> regencyCode)
    {
        if (!TryParse(regencyCode, out var code))
            return 0;
        var (first, end) = code % 100 < FirstCity ? (1, FirstCity) : (FirstCity, 100);
        var place = CollectionsMarshal.AsSpan(_data.Regencies.Codes).BinarySearch((code / 100 * 100) + end);
        var last = _data.Regencies.Codes[Math.Max((place < 0 ? ~place : place) - 1, 0)];
        return last / 100 == code / 100 && last % 100 >= first ? last % 100 : 0;
    }

    private OfficeRegion OfficeAt(int place)
    {
        var (first, end) = (_data.FirstDistrict[place], _data.FirstDistrict[place + 1]);
        return new OfficeRegion(
            Text(_data.Regencies.Codes[place], 4),
            _data.NameAt(_data.Regencies, place),
            end - first,
            _data.FirstVillage[end] - _data.FirstVillage[first]);
    }

    private RegionNameIndex? DistrictIndex(ReadOnlySpan<char> officeCode)
    {
        var place = PlaceOf(_data.Regencies, officeCode, length: 4);
        return place < 0 ? null : _districtsOf.GetOrAdd(place, static (at, data) => new RegionNameIndex(DistrictsAt(data, at)), _data);
    }

    private RegionNameIndex? VillageIndex(ReadOnlySpan<char> districtCode)
    {
        var place = PlaceOf(_data.Districts, districtCode, length: 6);
        return place < 0 ? null : _villagesOf.GetOrAdd(place, static (at, data) => new RegionNameIndex(VillagesAt(data, at)), _data);
    }

    private static Region[] DistrictsAt(RegionData data, int regency) =>
        [.. Enumerable.Range(data.FirstDistrict[regency], data.FirstDistrict[regency + 1] - data.FirstDistrict[regency])
            .Select(place => new Region(Text(data.Districts.Codes[place], 6), data.NameAt(data.Districts, place)))];

    private static Region[] VillagesAt(RegionData data, int district) =>
        [.. Enumerable.Range(data.FirstVillage[district], data.FirstVillage[district + 1] - data.FirstVillage[district])
            .Select(place => new Region(
                Text(data.Districts.Codes[district], 6) + Text(data.Villages.Codes[place], VillageSuffixLength),
                data.NameAt(data.Villages, place)))];

    private int PlaceOfVillage(ReadOnlySpan<char> code)
    {
        if (code.Length != 10)
            return -1;
        var district = PlaceOf(_data.Districts, code[..6], length: 6);
        if (district < 0 || !TryParse(code[6..], out var suffix))
            return -1;
        var first = _data.FirstVillage[district];
        var villages = CollectionsMarshal.AsSpan(_data.Villages.Codes)[first.._data.FirstVillage[district + 1]];
        var place = villages.BinarySearch(suffix);
        return place < 0 ? place : first + place;
    }

    private static int PlaceOf(RegionData.Level level, ReadOnlySpan<char> code, int length) =>
        code.Length == length && TryParse(code, out var value) ? CollectionsMarshal.AsSpan(level.Codes).BinarySearch(value) : -1;

    private static int ParseOrZero(ReadOnlySpan<char> digits) => TryParse(digits, out var value) ? value : 0;

    private static bool TryParse(ReadOnlySpan<char> digits, out int value)
    {
        value = 0;
        foreach (var c in digits)
        {
            if (!char.IsAsciiDigit(c))
                return false;
            value = (value * 10) + (c - '0');
        }

        return true;
    }

    private static string Text(int code, int length) => code.ToString(CultureInfo.InvariantCulture).PadLeft(length, '0');
}
