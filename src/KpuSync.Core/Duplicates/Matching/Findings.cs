using F23.StringSimilarity;

namespace KpuSync.Core.Duplicates.Matching;

/// <summary>Compares two people in everything but the name: one finding for each.</summary>
internal static class Findings
{
    private const int PartlyYearsMax = 10;
    private static readonly OptimalStringAlignment Slips = new();

    public static MatchReasons OfDates(Person a, Person b)
    {
        var (x, y) = (a.BirthDate, b.BirthDate);
        if (x == y)
            return a.HasUnknownBirthDay ? MatchReasons.BirthDateFirstOfJanuary : MatchReasons.BirthDateEqual;
        var years = Math.Abs(x.Year - y.Year);
        if (a.HasUnknownBirthDay && b.HasUnknownBirthDay)
            return years == 1 ? MatchReasons.FirstOfJanuaryYearNear : MatchReasons.BirthDateDifferent;
        var areSwapped = x.Day == y.Month && x.Month == y.Day;
        if (areSwapped && years <= 1)
            return years == 0 ? MatchReasons.BirthDayMonthSwapped : MatchReasons.BirthDatePartly;
        var agree = (years == 0 ? 1 : 0) + (x.Month == y.Month ? 1 : 0) + (x.Day == y.Day ? 1 : 0);
        // A parent and a child may share day and month; their years lie further apart.
        if (agree < 2 || years > PartlyYearsMax)
            return MatchReasons.BirthDateDifferent;
        return years == 1 ? MatchReasons.BirthYearNear : MatchReasons.BirthDatePartly;
    }

    /// <summary>NIKs hold the birth date: what their digits say depends on whether the recorded dates agree already.</summary>
    public static MatchReasons OfNiks(Person a, Person b)
    {
        var isOneDate = a.BirthDate == b.BirthDate;
        switch (NikSlips.Between(a.Nik, b.Nik))
        {
            case NikSlip.Serial:
                return isOneDate ? MatchReasons.NikSerialOnly : MatchReasons.NikNear;
            case NikSlip.Region:
                // The districts of one regency differ in one digit; a number that no district has is a slip.
                return isOneDate && a.HasNikOfDistrict && b.HasNikOfDistrict ? MatchReasons.NikRegionOnly : MatchReasons.NikNear;
            case NikSlip.Date:
                return isOneDate ? MatchReasons.NikNear : MatchReasons.NikDifferent;
            default:
                return MatchReasons.NikDifferent;
        }
    }

    public static MatchReasons OfHouseholds(Person a, Person b)
    {
        if (a.Nkk == b.Nkk && a.Nkk.Value != 0)
            return MatchReasons.NkkEqual;
        if (a.Village != b.Village || a.Village == 0)
            return MatchReasons.VillageDifferent;
        var isOneUnit = a.Rt == b.Rt && a.Rw == b.Rw && a.Rt != 0;
        return isOneUnit || (a.Address.Length > 0 && a.Address == b.Address) ? MatchReasons.AddressEqual : MatchReasons.VillageEqual;
    }

    public static MatchReasons OfPlaces(Person a, Person b)
    {
        var (x, y) = (a.BirthPlace, b.BirthPlace);
        if (x == y)
            return MatchReasons.BirthPlaceEqual;
        return Math.Abs(x.Length - y.Length) <= 1 && Slips.Distance(x, y) <= 1 ? MatchReasons.BirthPlaceSimilar : MatchReasons.BirthPlaceDifferent;
    }

    public static MatchReasons OfSexes(Person a, Person b) =>
        a.Sex == b.Sex ? MatchReasons.SexEqual : MatchReasons.SexDifferent;
}
