using System.Text;

namespace KpuSync.TestKit.People;

/// <summary>Writes a name as another clerk might have.</summary>
internal sealed class NameCorruptor(Random random)
{
    private static readonly string[] Muhammads = ["MUHAMMAD", "MUHAMAD", "MOHAMMAD", "MOHAMAD", "MOH.", "MOCH.", "MUH.", "M.", "MOCHAMAD", "MUCHAMMAD"];
    private static readonly string[] MaleTitles = ["H.", "DRS.", "IR.", "DR.", "TGH.", "H", "DRS. H.", "PROF. DR."];
    private static readonly string[] FemaleTitles = ["HJ.", "DRA.", "DR.", "HJ", "IR.", "DRA. HJ."];
    private static readonly string[] Degrees = [", S.PD.", ", S.H.", ", S.E", " S.SOS", ", M.M.", ", S.PD., M.PD.", " S. PD", ", A.MD.", " SH", ", S.KEP., NERS", ", S.AG", ", M.SI"];

    // Keys that lie beside each other.
    private static readonly string[] KeyRows = ["QWERTYUIOP", "ASDFGHJKL", "ZXCVBNM"];

    private static readonly (string New, string Old)[] Spellings = [("NY", "NJ"), ("SY", "SJ"), ("KH", "CH"), ("U", "OE"), ("J", "DJ"), ("C", "TJ"), ("Y", "J")];

    /// <summary>The name after one corruption; null if it is not one to which that can happen.</summary>
    public string? TryCorrupt(string name, CorruptionKind kind, bool female)
    {
        var comma = name.IndexOf(',', StringComparison.Ordinal);
        var (body, degrees) = comma < 0 ? (name, "") : (name[..comma], name[comma..]);
        var words = body.Split(' ').ToList();
        var plain = Enumerable.Range(0, words.Count).Where(i => words[i].All(char.IsAsciiLetter) && words[i].Length > 2 && words[i] is not ("LALU" or "BAIQ")).ToArray();
        var done = kind switch
        {
            CorruptionKind.TypingSlip => Slip(words, plain),
            CorruptionKind.OldSpelling => Respell(words, plain),
            CorruptionKind.MuhammadShortened => ShortenMuhammad(words),
            CorruptionKind.WordsSwapped => Swap(words, plain),
            CorruptionKind.WordDropped => Drop(words, plain),
            CorruptionKind.WordsJoined => Join(words, plain),
            _ => false,
        };
        if (kind == CorruptionKind.Title)
            return Retitle(words, degrees, female);
        return done ? string.Join(' ', words) + degrees : null;
    }

    private bool Slip(List<string> words, int[] plain)
    {
        if (plain.Length == 0)
            return false;
        var at = plain[random.Next(plain.Length)];
        var word = words[at];
        var i = random.Next(word.Length);
        words[at] = random.Next(4) switch
        {
            0 => word.Remove(i, 1),
            1 => word.Insert(i, Beside(word[i]).ToString()),
            2 when i + 1 < word.Length => $"{word[..i]}{word[i + 1]}{word[i]}{word[(i + 2)..]}",
            _ => $"{word[..i]}{Beside(word[i])}{word[(i + 1)..]}",
        };
        return words[at] != word;
    }

    private char Beside(char letter)
    {
        var row = KeyRows.First(keys => keys.Contains(letter, StringComparison.Ordinal));
        var at = row.IndexOf(letter, StringComparison.Ordinal);
        return row[at == 0 ? 1 : at == row.Length - 1 ? at - 1 : at + (random.Next(2) == 0 ? 1 : -1)];
    }

    // The whole name in the other spelling, or one word of it; to the new one if it is in the old.
    private bool Respell(List<string> words, int[] plain)
    {
        var only = random.Next(2) == 0 && plain.Length > 0 ? plain[random.Next(plain.Length)] : -1;
        var isOld = Spellings.Any(s => s.Old.Length == 2 && s.Old != "CH" && words.Any(word => word.Contains(s.Old, StringComparison.Ordinal)));
        var changed = false;
        foreach (var i in plain.Where(i => only < 0 || i == only))
        {
            var word = Respelled(words[i], isOld);
            changed |= word != words[i];
            words[i] = word;
        }

        return changed;
    }

    private static string Respelled(string word, bool toNew)
    {
        var text = new StringBuilder();
        for (var i = 0; i < word.Length;)
        {
            var (from, to) = Spellings.Select(s => toNew ? (s.Old, s.New) : (s.New, s.Old)).FirstOrDefault(s => word.AsSpan(i).StartsWith(s.Item1));
            text.Append(from is null ? word[i].ToString() : to);
            i += from?.Length ?? 1;
        }

        return text.ToString();
    }

    private bool ShortenMuhammad(List<string> words)
    {
        var at = words.FindIndex(word => Muhammads.Contains(word));
        if (at < 0 || at + 1 == words.Count)
            return false;
        words[at] = Muhammads[random.Next(Muhammads.Length)];
        return true;
    }

    private bool Swap(List<string> words, int[] plain)
    {
        if (plain.Length < 2)
            return false;
        var at = random.Next(plain.Length - 1);
        (words[plain[at]], words[plain[at + 1]]) = (words[plain[at + 1]], words[plain[at]]);
        return true;
    }

    private bool Drop(List<string> words, int[] plain)
    {
        if (plain.Length < 2)
            return false;
        words.RemoveAt(plain[random.Next(plain.Length)]);
        return true;
    }

    private bool Join(List<string> words, int[] plain)
    {
        if (plain.Length < 2)
            return false;
        var at = random.Next(plain.Length - 1);
        if (plain[at + 1] != plain[at] + 1)
            return false;
        words[plain[at]] += words[plain[at + 1]];
        words.RemoveAt(plain[at + 1]);
        return true;
    }

    private string Retitle(List<string> words, string degrees, bool female)
    {
        var birth = words.FindIndex(word => word is "LALU" or "BAIQ" or "L." or "BQ.");
        if (birth >= 0 && random.Next(2) == 0)
            words[birth] = words[birth] switch { "LALU" => "L.", "L." => "LALU", "BAIQ" => "BQ.", _ => "BAIQ" };
        else if (degrees.Length > 0)
            degrees = "";
        else if (words[0] is "H." or "HJ." or "TGH.")
            words.RemoveAt(0);
        else if (random.Next(2) == 0)
            words.Insert(0, female ? FemaleTitles[random.Next(FemaleTitles.Length)] : MaleTitles[random.Next(MaleTitles.Length)]);
        else
            degrees = Degrees[random.Next(Degrees.Length)];
        return string.Join(' ', words) + degrees;
    }
}
