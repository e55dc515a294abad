using System.Numerics;
using F23.StringSimilarity;

namespace KpuSync.Core.Duplicates.Matching;

/// <summary>Compares two normalised names word by word, whatever their order.</summary>
/// <remarks>Letters are compared only within words, and only where normalising left a difference: whole raw names compared by letters take too many strangers for one person.</remarks>
internal sealed class NameComparer(NameOptions options)
{
    // Names have at most 100 characters, so at most 50 words; those beyond 32 stay unmatched.
    private const int WordsMax = 32;
    private const int JoinedLengthMin = 8;
    private readonly OptimalStringAlignment _slips = new();
    private readonly double _equal = options.WordEqual.Bits;
    private readonly double _frequentEqual = options.FrequentWordEqual.Bits;
    private readonly double _similar = options.WordSimilar.Bits;
    private readonly double _shortSimilar = options.ShortWordSimilar.Bits;
    private readonly double _initial = options.Initial.Bits;
    private readonly double _missing = options.WordMissing.Bits;
    private readonly double _frequentMissing = options.FrequentWordMissing.Bits;
    private readonly double _different = options.Different.Bits;
    private readonly double _max = options.BitsMax;

    private enum Likeness
    {
        None,
        Initial,
        ShortSimilar,
        Similar,
    }

    public (double Bits, MatchReasons Reason) Compare(Person a, Person b)
    {
        if (a.Name.IsEmpty || b.Name.IsEmpty)
            return (0, MatchReasons.NameEmpty);
        if (a.Name.IsSameAs(b.Name))
            return (Math.Min(_max, Math.Min(EqualBits(a.Words), EqualBits(b.Words))), MatchReasons.NameEqual);
        var (bits, missing, unmatched, matchedRare) = Align(a.Words, b.Words);
        if (!unmatched && matchedRare)
            return (Math.Min(_max, bits), missing ? MatchReasons.NameContained : MatchReasons.NameSimilar);
        if (AreJoinedAlike(a, b))
            return (Math.Min(_max, Math.Min(EqualBits(a.Words), EqualBits(b.Words)) - _equal + _similar), MatchReasons.NameSimilar);
        return (_different, MatchReasons.NameDifferent);
    }

    private double EqualBits(PersonWord[] words)
    {
        var bits = 0.0;
        foreach (var word in words)
            bits += word.IsFrequent ? _frequentEqual : _equal;
        return bits;
    }

    /// <summary>Gives each word its partner: equal ones first, then similar ones, then initials.</summary>
    private (double Bits, bool Missing, bool Unmatched, bool MatchedRare) Align(PersonWord[] a, PersonWord[] b)
    {
        var (takenA, takenB, bits, rare) = (0u, 0u, 0.0, false);
        for (var i = 0; i < Math.Min(a.Length, WordsMax); i++)
        {
            for (var j = 0; j < Math.Min(b.Length, WordsMax); j++)
            {
                if ((takenB & (1u << j)) != 0 || a[i].Letters != b[j].Letters || a[i].Text != b[j].Text)
                    continue;
                (takenA, takenB) = (takenA | (1u << i), takenB | (1u << j));
                bits += a[i].IsFrequent ? _frequentEqual : _equal;
                rare |= !a[i].IsFrequent;
                break;
            }
        }

        for (var i = 0; i < Math.Min(a.Length, WordsMax); i++)
        {
            if ((takenA & (1u << i)) != 0)
                continue;
            var (best, partner) = (Likeness.None, -1);
            for (var j = 0; j < Math.Min(b.Length, WordsMax); j++)
            {
                if ((takenB & (1u << j)) == 0 && Compare(a[i], b[j]) is var likeness && likeness > best)
                    (best, partner) = (likeness, j);
            }

            if (partner < 0)
                continue;
            (takenA, takenB) = (takenA | (1u << i), takenB | (1u << partner));
            bits += BitsOf(best, a[i].IsFrequent || b[partner].IsFrequent);
            rare |= best >= Likeness.ShortSimilar && !a[i].IsFrequent && !b[partner].IsFrequent;
        }

        var (leftA, leftB) = (a.Length - BitOperations.PopCount(takenA), b.Length - BitOperations.PopCount(takenB));
        if (leftA > 0 && leftB > 0)
            return (0, true, true, rare);
        bits += leftA > 0 ? MissingBits(a, takenA) : MissingBits(b, takenB);
        return (bits, leftA + leftB > 0, false, rare);
    }

    private double MissingBits(PersonWord[] words, uint taken)
    {
        var bits = 0.0;
        for (var i = 0; i < words.Length; i++)
        {
            if (i >= WordsMax || (taken & (1u << i)) == 0)
                bits += words[i].IsFrequent ? _frequentMissing : _missing;
        }

        return bits;
    }

    private double BitsOf(Likeness likeness, bool frequent) => likeness switch
    {
        Likeness.Similar => frequent ? Math.Min(_frequentEqual, _similar) : _similar,
        Likeness.ShortSimilar => frequent ? Math.Min(_frequentEqual, _shortSimilar) : _shortSimilar,
        _ => _initial,
    };

    private Likeness Compare(in PersonWord a, in PersonWord b)
    {
        var (shorter, longer) = (Math.Min(a.Text.Length, b.Text.Length), Math.Max(a.Text.Length, b.Text.Length));
        if (shorter == 1)
            return a.Text[0] == b.Text[0] ? Likeness.Initial : Likeness.None;
        var slipsMax = longer switch { < 4 => 0, < 6 => 1, _ => 2 };
        if (longer - shorter > slipsMax || BitOperations.PopCount(a.Letters ^ b.Letters) > 2 * slipsMax)
            return Likeness.None;
        var slips = (int)_slips.Distance(a.Text, b.Text);
        if (slips > slipsMax)
            return Likeness.None;
        var isShort = longer < 6 || (longer < 9 && slips == 2) || EndsInOtherVowel(a.Text, b.Text);
        return isShort ? Likeness.ShortSimilar : Likeness.Similar;
    }

    // The last vowel tells names apart: PUTRA and PUTRI, YULIANA and YULIANI.
    private static bool EndsInOtherVowel(string a, string b) =>
        a.Length == b.Length && a[^1] != b[^1] && IsVowel(a[^1]) && IsVowel(b[^1]);

    private static bool IsVowel(char letter) => letter is 'A' or 'E' or 'I' or 'O' or 'U';

    // A name joined otherwise on one side, with a slip besides: NURHAYATHI for NUR HAYATI.
    private bool AreJoinedAlike(Person a, Person b)
    {
        if (a.Words.Length == b.Words.Length)
            return false;
        var (x, y) = (a.Name.Letters, b.Name.Letters);
        return Math.Min(x.Length, y.Length) >= JoinedLengthMin && Math.Abs(x.Length - y.Length) <= 1 && _slips.Distance(x, y) <= 1;
    }
}
