namespace KpuSync.Core.Duplicates.Matching;

/// <summary>Compares two normalised names word by word, whatever their order.</summary>
/// <remarks>Letters are compared only within words, and only where normalising left a difference: whole raw names compared by letters take too many strangers for one person.</remarks>
internal sealed class NameComparer(NameWeights weights)
{
    private readonly double _equal = weights.Equal.ToBits();
    private readonly double _wordEqual = weights.WordEqual.ToBits();
    private readonly double _frequentEqual = weights.FrequentWordEqual.ToBits();
    private readonly double _similar = weights.WordSimilar.ToBits();
    private readonly double _near = weights.WordNear.ToBits();
    private readonly double _rhyming = weights.WordRhyming.ToBits();
    private readonly double _initial = weights.Initial.ToBits();
    private readonly double _missing = weights.WordMissing.ToBits();
    private readonly double _frequentMissing = weights.FrequentWordMissing.ToBits();
    private readonly double _different = weights.Different.ToBits();
    private readonly double _max = weights.BitsMax;

    public (double Bits, MatchReasons Reason) Compare(Person a, Person b)
    {
        if (a.Name.IsEmpty || b.Name.IsEmpty)
            return (0, MatchReasons.NameEmpty);
        if (a.Name.IsSameAs(b.Name))
            return (Math.Min(_max, _equal + Math.Min(EqualBits(a.Words), EqualBits(b.Words))), MatchReasons.NameEqual);
        var pairing = Align(a.Words, b.Words);
        if (pairing.IsOpenOnBothSides)
            Join(ref pairing);
        if (pairing.IsOpenOnBothSides)
            return (_different, MatchReasons.NameDifferent);
        var missing = MissingBits(pairing.A, pairing.PairedA) + MissingBits(pairing.B, pairing.PairedB);
        return (Math.Min(_max, pairing.Bits + missing), pairing.IsComplete ? MatchReasons.NameSimilar : MatchReasons.NameContained);
    }

    private double EqualBits(PersonWord[] words)
    {
        var bits = 0.0;
        foreach (var word in words)
            bits += word.IsFrequent ? _frequentEqual : _wordEqual;
        return bits;
    }

    /// <summary>Gives each word its partner, equal ones first.</summary>
    private WordPairing Align(PersonWord[] a, PersonWord[] b)
    {
        var pairing = new WordPairing(a, b);
        for (var i = 0; i < pairing.CountA; i++)
        {
            for (var j = 0; j < pairing.CountB; j++)
            {
                if (!pairing.IsOpenB(j) || a[i].Letters != b[j].Letters || a[i].Text != b[j].Text)
                    continue;
                pairing.Pair(i, j, a[i].IsFrequent ? _frequentEqual : _wordEqual);
                break;
            }
        }

        for (var i = 0; i < pairing.CountA; i++)
        {
            if (!pairing.IsOpenA(i))
                continue;
            var (best, partner) = (WordLikeness.None, -1);
            for (var j = 0; j < pairing.CountB; j++)
            {
                if (pairing.IsOpenB(j) && WordLikenesses.Of(a[i], b[j]) is var likeness && likeness > best)
                    (best, partner) = (likeness, j);
            }

            if (partner >= 0)
                pairing.Pair(i, partner, BitsOf(best, a[i].IsFrequent || b[partner].IsFrequent));
        }

        return pairing;
    }

    // What is left on both sides may be two words that were joined on one, with a slip besides: INAQ ZULIANI and INAQZULYANI.
    private void Join(ref WordPairing pairing)
    {
        if (pairing.A.Length > pairing.B.Length)
            pairing = pairing.Turned();
        for (var i = 0; i < pairing.CountA; i++)
        {
            for (var (j, k) = (0, 1); pairing.IsOpenA(i) && k < pairing.CountB; (j, k) = (k, k + 1))
            {
                if (pairing.IsOpenB(j) && pairing.IsOpenB(k) && WordLikenesses.AreJoined(pairing.A[i].Text, pairing.B[j].Text, pairing.B[k].Text))
                    pairing.Join(i, j, k, _similar);
            }
        }
    }

    private double MissingBits(PersonWord[] words, uint paired)
    {
        var bits = 0.0;
        for (var i = 0; i < words.Length; i++)
        {
            if (!WordPairing.IsIn(paired, i))
                bits += words[i].IsFrequent ? _frequentMissing : _missing;
        }

        return bits;
    }

    private double BitsOf(WordLikeness likeness, bool isFrequent)
    {
        var bits = likeness switch
        {
            WordLikeness.Similar => _similar,
            WordLikeness.Near => _near,
            WordLikeness.Rhyming => _rhyming,
            _ => _initial,
        };
        return isFrequent ? Math.Min(bits, _frequentEqual) : bits;
    }
}
