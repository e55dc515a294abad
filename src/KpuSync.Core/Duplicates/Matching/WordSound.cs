namespace KpuSync.Core.Duplicates.Matching;

/// <summary>A coarse sound of a folded word: its first letter and the consonants after it, with those made one that are heard alike.</summary>
internal static class WordSound
{
    private const int LettersMax = 5;

    /// <summary>At most 5 letters; never empty for a word that is not.</summary>
    public static string Of(string word)
    {
        Span<char> sound = stackalloc char[LettersMax];
        var length = 0;
        for (var i = 0; i < word.Length && length < LettersMax; i++)
        {
            var heard = Heard(word[i], isFirst: i == 0);
            if (heard != default && (length == 0 || sound[length - 1] != heard))
                sound[length++] = heard;
        }

        return length == 0 ? word : sound[..length].ToString();
    }

    /// <summary>True for two consonants that stand for one sound: NURHALIZA, NURHALISA.</summary>
    public static bool AreHeardAlike(char one, char other) =>
        Heard(one, isFirst: false) is var heard && heard != default && heard == Heard(other, isFirst: false);

    // Vowels and h are what is written in many ways: KHAIRUL, HAERUL; SYAMSUL, SAMSUL; THOHIR, TOHIR.
    private static char Heard(char letter, bool isFirst) => letter switch
    {
        'A' or 'E' or 'I' or 'O' or 'U' => isFirst ? 'A' : default,
        'H' or 'Y' => default,
        'F' or 'V' => 'P',
        'Q' or 'X' or 'G' => 'K',
        'Z' => 'S',
        _ => letter,
    };
}
