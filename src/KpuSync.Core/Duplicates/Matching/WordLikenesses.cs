using System.Numerics;
using F23.StringSimilarity;

namespace KpuSync.Core.Duplicates.Matching;

/// <summary>Compares two words letter by letter.</summary>
internal static class WordLikenesses
{
    private const int ShortLength = 6;
    private const int LongLength = 9;
    private static readonly OptimalStringAlignment Slips = new();

    public static WordLikeness Of(in PersonWord a, in PersonWord b)
    {
        var (shorter, longer) = (Math.Min(a.Text.Length, b.Text.Length), Math.Max(a.Text.Length, b.Text.Length));
        if (shorter == 1)
            return a.Text[0] == b.Text[0] ? WordLikeness.Initial : WordLikeness.None;
        var slipsMax = longer < ShortLength ? 1 : 2;
        if (longer < 3 || longer - shorter > slipsMax || BitOperations.PopCount(a.Letters ^ b.Letters) > 2 * slipsMax)
            return WordLikeness.None;
        var slips = (int)Slips.Distance(a.Text, b.Text);
        if (slips > slipsMax)
            return WordLikeness.None;
        if (slips == 1 && IsOneLetterForAnother(a.Text, b.Text, out var at) && !WordSound.AreHeardAlike(a.Text[at], b.Text[at]))
            return IsRhyme(a.Text, b.Text, at) ? WordLikeness.Rhyming : WordLikeness.Near;
        return longer < ShortLength || (slips == 2 && longer < LongLength) ? WordLikeness.Near : WordLikeness.Similar;
    }

    /// <summary>True if a word is two others written as one, in either order, but for a slip at most.</summary>
    public static bool AreJoined(string joined, string first, string second) =>
        Math.Abs(joined.Length - first.Length - second.Length) <= 1 && joined.Length >= ShortLength
        && (Slips.Distance(joined, first + second) <= 1 || Slips.Distance(joined, second + first) <= 1);

    private static bool IsOneLetterForAnother(string a, string b, out int at)
    {
        at = a.AsSpan().CommonPrefixLength(b);
        return a.Length == b.Length && a.AsSpan(at + 1).SequenceEqual(b.AsSpan(at + 1));
    }

    // A vowel (SAHRUL, SAHRIL) or the last letter (RAHMAN, RAHMAT) makes another name as often as it is a slip.
    private static bool IsRhyme(string a, string b, int at) =>
        at == a.Length - 1 || (IsVowel(a[at]) && IsVowel(b[at]));

    private static bool IsVowel(char letter) => letter is 'A' or 'E' or 'I' or 'O' or 'U';
}
