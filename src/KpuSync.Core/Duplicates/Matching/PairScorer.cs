using F23.StringSimilarity;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Duplicates.Matching;

/// <summary>Scores how much speaks for two registrations being one person, after Fellegi and Sunter: a sum of weights, with what was found.</summary>
/// <remarks>
/// Pure and safe for many threads. Weights add up as if findings were independent; where they are not, they are one group with one weight: a family card
/// with the village, the NIK with the birth date that is in it.
/// </remarks>
public sealed class PairScorer
{
    private static readonly OptimalStringAlignment PlaceSlips = new();
    private readonly NameComparer _names;
    private readonly double _caseBitsMin;
    private readonly Dictionary<MatchReasons, double> _bits;

    /// <summary>Takes the parameters.</summary>
    /// <exception cref="InvalidOperationException">A probability lies outside its range.</exception>
    public PairScorer(MatchOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _names = new NameComparer(options.Name);
        _caseBitsMin = options.CaseBitsMin;
        _bits = new()
        {
            [MatchReasons.BirthDateEqual] = options.BirthDateEqual.Bits,
            [MatchReasons.BirthDateFirstOfJanuary] = options.BirthDateFirstOfJanuary.Bits,
            [MatchReasons.BirthDayMonthSwapped] = options.BirthDayMonthSwapped.Bits,
            [MatchReasons.BirthYearNear] = options.BirthYearNear.Bits,
            [MatchReasons.BirthDatePartly] = options.BirthDatePartly.Bits,
            [MatchReasons.BirthDateDifferent] = options.BirthDateDifferent.Bits,
            [MatchReasons.NikNear] = options.NikNear.Bits,
            [MatchReasons.NikSerialOnly] = options.NikSerialOnly.Bits,
            [MatchReasons.NikDifferent] = options.NikDifferent.Bits,
            [MatchReasons.NkkEqual] = options.NkkEqual.Bits,
            [MatchReasons.AddressEqual] = options.AddressEqual.Bits,
            [MatchReasons.VillageEqual] = options.VillageEqual.Bits,
            [MatchReasons.VillageDifferent] = options.VillageDifferent.Bits,
            [MatchReasons.BirthPlaceEqual] = options.BirthPlaceEqual.Bits,
            [MatchReasons.BirthPlaceSimilar] = options.BirthPlaceSimilar.Bits,
            [MatchReasons.BirthPlaceDifferent] = options.BirthPlaceDifferent.Bits,
            [MatchReasons.SexEqual] = options.SexEqual.Bits,
            [MatchReasons.SexDifferent] = options.SexDifferent.Bits,
        };
    }

    /// <summary>Scores a pair; the order does not matter. Meant for two NIKs: one NIK is <see cref="ExactClass"/>'s.</summary>
    public PairScore Score(Person a, Person b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var (nameBits, nameReason) = _names.Compare(a, b);
        var (date, nik, household) = (CompareDates(a, b), CompareNiks(a.Nik, b.Nik), CompareHouseholds(a, b));
        var (place, sex) = (ComparePlaces(a, b), a.Sex == b.Sex ? MatchReasons.SexEqual : MatchReasons.SexDifferent);
        var bits = nameBits + _bits[date] + _bits[nik] + _bits[household] + _bits[place] + _bits[sex];
        return new PairScore(bits, nameReason | date | nik | household | place | sex);
    }

    /// <summary>True if a case opens on this score. Nothing else ever follows from a score alone.</summary>
    public bool OpensCase(PairScore score) => score.Bits >= _caseBitsMin;

    private static MatchReasons CompareDates(Person a, Person b)
    {
        var (x, y) = (a.BirthDate, b.BirthDate);
        if (x == y)
            return a.HasUnknownBirthDay ? MatchReasons.BirthDateFirstOfJanuary : MatchReasons.BirthDateEqual;
        var years = Math.Abs(x.Year - y.Year);
        if (years == 0 && x.Day == y.Month && x.Month == y.Day)
            return MatchReasons.BirthDayMonthSwapped;
        var agree = (years == 0 ? 1 : 0) + (x.Month == y.Month ? 1 : 0) + (x.Day == y.Day ? 1 : 0);
        if (agree < 2 || years > 10 || (a.HasUnknownBirthDay && b.HasUnknownBirthDay))
            return MatchReasons.BirthDateDifferent;
        return years == 1 ? MatchReasons.BirthYearNear : MatchReasons.BirthDatePartly;
    }

    private static MatchReasons CompareNiks(Nik a, Nik b)
    {
        const long SerialSize = 10_000;
        if (a.Value / SerialSize == b.Value / SerialSize)
            return MatchReasons.NikSerialOnly;
        return DigitSlips.AreOneApart(a.Value, b.Value) ? MatchReasons.NikNear : MatchReasons.NikDifferent;
    }

    private static MatchReasons CompareHouseholds(Person a, Person b)
    {
        if (a.Nkk == b.Nkk && a.Nkk.Value != 0)
            return MatchReasons.NkkEqual;
        if (a.Village != b.Village || a.Village == 0)
            return MatchReasons.VillageDifferent;
        var isOneUnit = a.Rt == b.Rt && a.Rw == b.Rw && a.Rt != 0;
        return isOneUnit || (a.Address.Length > 0 && a.Address == b.Address) ? MatchReasons.AddressEqual : MatchReasons.VillageEqual;
    }

    private static MatchReasons ComparePlaces(Person a, Person b)
    {
        var (x, y) = (a.BirthPlace, b.BirthPlace);
        if (x == y)
            return MatchReasons.BirthPlaceEqual;
        return Math.Abs(x.Length - y.Length) <= 1 && PlaceSlips.Distance(x, y) <= 1 ? MatchReasons.BirthPlaceSimilar : MatchReasons.BirthPlaceDifferent;
    }
}
