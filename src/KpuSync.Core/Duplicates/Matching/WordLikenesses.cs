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
        return longer < ShortLength || (slips == 2 && longer < LongLength) || MayBeTwoNames(a.Text, b.Text) ? WordLikeness.Near : WordLikeness.Similar;
    }

    /// <summary>True if a word is two others written as one, in either order, but for a slip at most.</summary>
    public static bool AreJoined(string joined, string first, string second) =>
        Math.Abs(joined.Length - first.Length - second.Length) <= 1 && joined.Length >= ShortLength
        && (Slips.Distance(joined, first + second) <= 1 || Slips.Distance(joined, second + first) <= 1);

    // Names differ in a vowel (SAHRUL, SAHRIL) or in the last letter (RAHMAN, RAHMAT), where slips of the hand are as frequent elsewhere.
    private static bool MayBeTwoNames(string a, string b)
    {
        if (a.Length != b.Length)
            return false;
        var at = a.AsSpan().CommonPrefixLength(b);
        return a.AsSpan(at + 1).SequenceEqual(b.AsSpan(at + 1)) && (at == a.Length - 1 || (IsVowel(a[at]) && IsVowel(b[at])));
    }

    private static bool IsVowel(char letter) => letter is 'A' or 'E' or 'I' or 'O' or 'U';
}
