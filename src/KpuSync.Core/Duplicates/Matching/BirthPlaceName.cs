using KpuSync.Rules.Names;

namespace KpuSync.Core.Duplicates.Matching;

/// <summary>What two spellings of a birth place have in common.</summary>
internal static class BirthPlaceName
{
    private static readonly string[] Kinds = ["KABUPATEN", "KAB", "KOTA", "KOTAMADYA", "KODYA", "KECAMATAN", "KEC", "DESA", "DUSUN", "DS", "KELURAHAN", "KEL"];

    /// <summary>The place without the word for its kind in front, folded, without spaces: KOTA MATARAM is MATARAM.</summary>
    public static string Of(ReadOnlySpan<char> place)
    {
        place = place.Trim();
        var end = place.IndexOfAny(' ', '.');
        if (end > 0 && end + 1 < place.Length && IsKind(place[..end]))
            place = place[(end + 1)..];
        return NameSpelling.Fold(place);
    }

    private static bool IsKind(ReadOnlySpan<char> word)
    {
        foreach (var kind in Kinds)
        {
            if (word.Equals(kind, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
