namespace KpuSync.Rules.Regions;

/// <summary>Regions that were, as far as identity numbers show them: a NIK keeps the codes of the day it was first issued.</summary>
internal static class FormerRegions
{
    /// <summary>Provinces of today's list's form that exist no more: 54 was East Timor until 1999 (code lists of the Ministry of Home Affairs before Law 1/2001).</summary>
    private const string EastTimor = "54";

    /// <summary>
    /// Provinces that gave regencies away, whose old numbers lie beyond today's last one: Kepulauan Riau (21, 2002) came from 14, Bangka Belitung (19, 2000) from 16,
    /// Banten (36, 2000) from 32, Kalimantan Utara (65, 2012) from 64, Gorontalo (75, 2000) from 71, Sulawesi Barat (76, 2004) from 73, Maluku Utara (82, 1999) from 81,
    /// Papua Selatan, Tengah and Pegunungan (93 to 95, 2022) from 91, Papua Barat Daya (96, 2022) from 92.
    /// </summary>
    private static readonly HashSet<int> SplitProvinces = [14, 16, 32, 64, 71, 73, 81, 91, 92];

    /// <summary>Whether a 2-digit code is or was a province.</summary>
    public static bool IsOrWasProvince(RegionCatalogue regions, ReadOnlySpan<char> code) => regions.ContainsProvince(code) || code is EastTimor;

    /// <summary>Whether a 6-digit code is or may have been a district.</summary>
    /// <remarks>
    /// Numbers are given in sequence and not given again, so a gap is a district that was moved or merged away: 520105 went from Lombok Barat to Lombok Utara in 2008,
    /// and people born there still carry it. Only a number beyond the last one was never given.
    /// </remarks>
    public static bool MayBeDistrict(RegionCatalogue regions, ReadOnlySpan<char> code)
    {
        if (regions.ContainsDistrict(code))
            return true;
        var regency = code[..4];
        var district = Number(code[4..]);
        if (district == 0 || Number(regency[2..]) == 0)
            return false;
        return regions.ContainsRegency(regency)
            ? district <= regions.LastDistrictNumber(regency)
            : code.StartsWith(EastTimor) || SplitProvinces.Contains(Number(code[..2])) || Number(regency[2..]) <= regions.LastRegencyNumber(regency);
    }

    private static int Number(ReadOnlySpan<char> twoDigits) => ((twoDigits[0] - '0') * 10) + (twoDigits[1] - '0');
}
