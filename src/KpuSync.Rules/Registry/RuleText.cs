using System.Text;

namespace KpuSync.Rules.Registry;

/// <summary>Texts with named places: <c>{max}</c>.</summary>
internal static class RuleText
{
    /// <summary>Fills the places whose names are known; others stay as they are, so that a missing value never hides the sentence.</summary>
    public static string Fill(string text, Func<string, string?> valueOf)
    {
        var next = text.IndexOf('{', StringComparison.Ordinal);
        if (next < 0)
            return text;
        var filled = new StringBuilder(text.Length + 32);
        var at = 0;
        while (next >= 0)
        {
            var end = text.IndexOf('}', next);
            if (end < 0)
                break;
            filled.Append(text, at, next - at);
            filled.Append(valueOf(text[(next + 1)..end]) ?? text[next..(end + 1)]);
            at = end + 1;
            next = text.IndexOf('{', at);
        }

        return filled.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>The names of a text's places, in order, each once.</summary>
    public static IReadOnlyList<string> PlacesOf(string text)
    {
        var places = new List<string>();
        Fill(text, name =>
        {
            if (!places.Contains(name))
                places.Add(name);
            return "";
        });
        return places;
    }
}
