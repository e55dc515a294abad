namespace KpuSync.Rules.Names;

/// <summary>Letters in upper case and without marks.</summary>
internal static class PlainLetter
{
    // By table, not by Unicode normalisation: the programs run in invariant globalization, where only ASCII is decomposed.
    // Index 0 is U+00C0; a space stands for a letter that has no plain form.
    private const string FromC0 =
        "AAAAAAACEEEEIIIIDNOOOOO OUUUUYTSAAAAAAACEEEEIIIIDNOOOOO OUUUUYTY"
        + "AAAAAACCCCCCCCDDDDEEEEEEEEEEGGGGGGGGHHHHIIIIIIIIIIIIJJKKKLLLLLLLLLLNNNNNNNNNOOOOOOOORRRRRRSSSSSSSSTTTTTTUUUUUUUUUUUUWWYYYZZZZZZS";

    /// <summary>The letter in upper case, without marks where a plain form is known (Latin-1 and Latin Extended-A).</summary>
    public static char Of(char c)
    {
        if (char.IsAscii(c))
            return char.ToUpperInvariant(c);
        var index = c - '\u00C0';
        if (index >= 0 && index < FromC0.Length && FromC0[index] != ' ')
            return FromC0[index];
        return char.ToUpperInvariant(c);
    }
}
