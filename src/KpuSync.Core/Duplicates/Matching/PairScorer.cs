namespace KpuSync.Core.Duplicates.Matching;

/// <summary>Scores how much speaks for two registrations being one person, after Fellegi and Sunter: a sum of weights, with what was found.</summary>
/// <remarks>
/// Pure and safe for many threads. Weights add up as if findings were independent. Where they are not they are one finding (a family card with the village),
/// or weighed apart: on one family card the other suspect is a twin or a parent, between cards a namesake.
/// </remarks>
public sealed class PairScorer
{
    private const double RegisterPeopleCalibrated = 400_000;
    private readonly WeightTable _oneCard;
    private readonly WeightTable _otherCards;
    private readonly double _caseBitsMin;
    private readonly double _strangerBits;

    /// <summary>Takes the parameters.</summary>
    /// <exception cref="InvalidOperationException">A probability lies outside its range.</exception>
    public PairScorer(MatchOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _oneCard = new WeightTable(options.OneCard);
        _otherCards = new WeightTable(options.OtherCards);
        _caseBitsMin = options.CaseBitsMin;
        _strangerBits = Math.Log2(Math.Max(1, options.RegisterPeople / RegisterPeopleCalibrated));
    }

    /// <summary>Scores a pair; the order does not matter. Meant for two NIKs: one NIK is <see cref="ExactClass"/>'s.</summary>
    public PairScore Score(Person a, Person b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var household = Findings.OfHouseholds(a, b);
        var (weights, chance) = household == MatchReasons.NkkEqual ? (_oneCard, 0) : (_otherCards, _strangerBits);
        var (nameBits, name) = weights.Names.Compare(a, b);
        var date = Findings.OfDates(a, b);
        var nik = Findings.OfNiks(a, b);
        var place = Findings.OfPlaces(a, b);
        var sex = Findings.OfSexes(a, b);
        var bits = nameBits + weights[date] + weights[nik] + weights[household] + weights[place] + weights[sex] - chance;
        return new PairScore(bits, name | date | nik | household | place | sex);
    }

    /// <summary>True if a case opens on this score. Nothing else ever follows from a score alone.</summary>
    public bool OpensCase(PairScore score) => score.Bits >= _caseBitsMin;
}
