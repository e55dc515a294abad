namespace KpuSync.Rules.Names;

/// <summary>Takes a name apart into the words that are part of it.</summary>
internal static class NameWords
{
    public static string[] Of(ReadOnlySpan<char> name)
    {
        var words = Read(name);
        words.RemoveAll(word => NameTitles.IsAnywhere(word.Text));
        var births = TakeFront(words);
        CutPatronymic(words, births);
        CutDegrees(words, births);
        return Expand(words, births);
    }

    // Words end at spaces, commas and dots; what was glued by a dot alone (S.PD.) is remembered. Marks inside a word (SA'DIAH) are left out.
    private static List<NameWord> Read(ReadOnlySpan<char> name)
    {
        var words = new List<NameWord>(6);
        var (start, glued, comma) = (-1, false, false);
        for (var i = 0; i <= name.Length; i++)
        {
            var c = i < name.Length ? name[i] : ' ';
            if (char.IsLetter(c) || c is '\'' or '`' or '\u2019' or '\u2018')
            {
                start = start < 0 ? i : start;
                continue;
            }

            if (start >= 0)
            {
                var text = NameSpelling.Fold(name[start..i]);
                if (text.Length > 0)
                    words.Add(new NameWord(text, glued, comma));
                (start, glued) = (-1, c == '.');
            }
            else if (c != '.')
            {
                glued = false;
            }

            comma |= c == ',';
        }

        return words;
    }

    // Removes titles before the name. Birth titles may stand among them (L. H. AHMAD), and stay; their number is returned.
    private static int TakeFront(List<NameWord> words)
    {
        var births = 0;
        while (births < words.Count)
        {
            var word = words[births].Text;
            var isFollowed = births + 1 < words.Count;
            if (NameTitles.IsFront(word))
                words.RemoveAt(births);
            else if (word == "TUAN" && isFollowed && words[births + 1].Text == "GURU")
                words.RemoveRange(births, 2);
            else if (births == 0 && isFollowed && word is "L" or "LALU" or "BQ" or "BAIQ")
                births++;
            else
                break;
        }

        return births;
    }

    // BIN in front is a name of its own in Java (BINTI KHOIRIYAH).
    private static void CutPatronymic(List<NameWord> words, int births)
    {
        for (var i = births + 1; i + 1 < words.Count; i++)
        {
            if (NameTitles.IsPatronymic(words[i].Text))
            {
                words.RemoveRange(i, words.Count - i);
                return;
            }
        }
    }

    private static void CutDegrees(List<NameWord> words, int births)
    {
        for (var parts = DegreeAtEnd(words, births); parts > 0; parts = DegreeAtEnd(words, births))
            words.RemoveRange(words.Count - parts, parts);
    }

    /// <summary>In how many words the degree or title at the end is written; 0 if there is none.</summary>
    private static int DegreeAtEnd(List<NameWord> words, int births)
    {
        var room = words.Count - births;
        if (room == 0)
            return 0;
        var last = words[^1];
        var text = "";
        for (var parts = 1; parts <= Math.Min(room, NameTitles.DegreePartsMax); parts++)
        {
            text = words[^parts].Text + text;
            // What is left must be a name, unless dots say that this is a degree all the same.
            var isMarked = parts > 1 && last.IsGlued;
            var isDegree = parts == 1 ? NameTitles.IsPlainDegree(text) || (last.IsAfterComma && NameTitles.IsDegree(text)) : NameTitles.IsDegree(NameSpelling.Fold(text));
            if (isDegree && (parts < room || isMarked))
                return parts;
        }

        if (!last.IsAfterComma)
            return 0;
        return last.IsGlued && room > 1 ? GluedAtEnd(words, births) : NameTitles.IsFront(last.Text) ? 1 : 0;
    }

    // A degree that nobody has listed: several pieces with dots behind a comma.
    private static int GluedAtEnd(List<NameWord> words, int births)
    {
        var parts = 1;
        while (words[^parts].IsGlued && parts < words.Count - births)
            parts++;
        return parts;
    }

    private static string[] Expand(List<NameWord> words, int births)
    {
        var texts = new string[words.Count];
        for (var i = 0; i < texts.Length; i++)
        {
            var word = words[i].Text;
            var isFollowed = i + 1 < texts.Length;
            texts[i] = word switch
            {
                "L" when i < births => "LALU",
                "M" when isFollowed => "MUHAMAD",
                "ST" when isFollowed && i == births => "SITI",
                _ => NameTitles.Expanded(word),
            };
        }

        return texts;
    }
}
