using KpuSync.Contracts.V1;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Registry;

namespace KpuSync.Rules.Checking;

/// <summary>What identity and family card numbers say by themselves (domain rule: errors for numbers that cannot be, warnings for those that do not fit).</summary>
internal static class IdentityForm
{
    private const int LengthDigits = 16;

    // Women have day + 40. Day + 50 and + 60 were issued too, nobody knows by which rule, so they say nothing about the sex.
    private const int WomenOffset = 40;

    public static Broken? Nik(string text, RegionCatalogue regions)
    {
        if (!Values.Nik.TryParse(text, out _))
            return WhyNot(text, VoterRules.NikMalformed, VoterRules.NikSerialZero, VoterRules.NikPlaceholder);
        return regions.HasEverBeenProvince(text.AsSpan(0, 2)) ? null : VoterRules.NikProvinceUnknown;
    }

    public static Broken? Nkk(string text, RegionCatalogue regions)
    {
        if (!Values.Nkk.TryParse(text, out _))
            return WhyNot(text, VoterRules.NkkMalformed, VoterRules.NkkSerialZero, VoterRules.NkkPlaceholder);
        return regions.HasEverBeenProvince(text.AsSpan(0, 2)) ? null : VoterRules.NkkProvinceUnknown;
    }

    public static Broken? NikRegion(string text, RegionCatalogue regions) =>
        Nik(text, regions) is not null || regions.MayHaveBeenDistrict(text.AsSpan(0, 6)) ? null : VoterRules.NikRegionUnknown;

    public static Broken? NkkDate(string text)
    {
        if (!Values.Nkk.TryParse(text, out _))
            return null;
        var (day, month, year) = DateDigits(text);
        // The century is not written, and 29 February exists in one of the two.
        var exists = month is >= 1 and <= 12 && day >= 1 && day <= Math.Max(DateTime.DaysInMonth(1900 + year, month), DateTime.DaysInMonth(2000 + year, month));
        return exists ? null : VoterRules.NkkDateImpossible;
    }

    public static Broken? NikAgainstBirth(string text, DateOnly birthDate, Sex sex)
    {
        if (!Values.Nik.TryParse(text, out _))
            return null;
        var (day, month, year) = DateDigits(text);
        if (month != birthDate.Month || year != birthDate.Year % 100)
            return VoterRules.NikBirthDateDiffers;
        return (day - birthDate.Day) switch
        {
            0 => sex == Sex.Female ? VoterRules.NikSexDiffers : null,
            WomenOffset => sex == Sex.Male ? VoterRules.NikSexDiffers : null,
            50 or 60 => null,
            _ => VoterRules.NikBirthDateDiffers,
        };
    }

    private static Broken WhyNot(string text, Rule malformed, Rule serialZero, Rule placeholder)
    {
        if (text.Length != LengthDigits || text.AsSpan().IndexOfAnyExceptInRange('0', '9') >= 0)
            return malformed;
        // All zeros is a placeholder first, and only then a serial of 0000.
        return text.EndsWith("0000", StringComparison.Ordinal) && text.AsSpan().IndexOfAnyExcept('0') >= 0 ? serialZero : placeholder;
    }

    private static (int Day, int Month, int Year) DateDigits(string text) => (Two(text, 6), Two(text, 8), Two(text, 10));

    private static int Two(string text, int at) => ((text[at] - '0') * 10) + (text[at + 1] - '0');
}
