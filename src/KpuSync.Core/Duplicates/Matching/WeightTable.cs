using System.Numerics;

namespace KpuSync.Core.Duplicates.Matching;

/// <summary>Weights in bits by finding, computed once.</summary>
internal sealed class WeightTable
{
    private readonly double[] _bits = new double[32];

    public WeightTable(MatchWeights weights)
    {
        Names = new NameComparer(weights.Name);
        Set(MatchReasons.BirthDateEqual, weights.BirthDateEqual);
        Set(MatchReasons.BirthDateFirstOfJanuary, weights.BirthDateFirstOfJanuary);
        Set(MatchReasons.FirstOfJanuaryYearNear, weights.FirstOfJanuaryYearNear);
        Set(MatchReasons.BirthDayMonthSwapped, weights.BirthDayMonthSwapped);
        Set(MatchReasons.BirthYearNear, weights.BirthYearNear);
        Set(MatchReasons.BirthDatePartly, weights.BirthDatePartly);
        Set(MatchReasons.BirthDateDifferent, weights.BirthDateDifferent);
        Set(MatchReasons.NikNear, weights.NikNear);
        Set(MatchReasons.NikRegionOnly, weights.NikRegionOnly);
        Set(MatchReasons.NikSerialOnly, weights.NikSerialOnly);
        Set(MatchReasons.NikDifferent, weights.NikDifferent);
        Set(MatchReasons.NkkEqual, weights.NkkEqual);
        Set(MatchReasons.AddressEqual, weights.AddressEqual);
        Set(MatchReasons.VillageEqual, weights.VillageEqual);
        Set(MatchReasons.VillageDifferent, weights.VillageDifferent);
        Set(MatchReasons.BirthPlaceEqual, weights.BirthPlaceEqual);
        Set(MatchReasons.BirthPlaceSimilar, weights.BirthPlaceSimilar);
        Set(MatchReasons.BirthPlaceDifferent, weights.BirthPlaceDifferent);
        Set(MatchReasons.SexEqual, weights.SexEqual);
        Set(MatchReasons.SexDifferent, weights.SexDifferent);
    }

    public NameComparer Names { get; }

    /// <summary>The weight of one finding.</summary>
    public double this[MatchReasons finding] => _bits[BitOperations.TrailingZeroCount((uint)finding)];

    private void Set(MatchReasons finding, Likelihood likelihood) =>
        _bits[BitOperations.TrailingZeroCount((uint)finding)] = likelihood.ToBits();
}
