using System.Globalization;

namespace KpuSync.Rules.Registry;

/// <summary>Languages as callers name them.</summary>
public static class Languages
{
    /// <summary>The language that an <c>accept-language</c> text asks for: the one of the highest weight that we have, Indonesian if there is none.</summary>
    /// <param name="acceptLanguage">For example <c>en-US,en;q=0.9</c>; null, empty or malformed text is Indonesian.</param>
    public static Language From(string? acceptLanguage)
    {
        var (chosen, weightMax) = (Language.Indonesian, 0m);
        foreach (var range in acceptLanguage.AsSpan().Split(','))
        {
            var part = acceptLanguage.AsSpan()[range].Trim();
            var weight = WeightOf(part);
            if (weight > weightMax && TryParse(part, out var language))
                (chosen, weightMax) = (language, weight);
        }

        return chosen;
    }

    /// <summary>The language's tag: <c>id</c> or <c>en</c>.</summary>
    public static string Tag(Language language) => language == Language.English ? "en" : "id";

    private static bool TryParse(ReadOnlySpan<char> part, out Language language)
    {
        var end = part.IndexOfAny('-', ';', ' ');
        var tag = end < 0 ? part : part[..end];
        language = tag.Equals("en", StringComparison.OrdinalIgnoreCase) ? Language.English : Language.Indonesian;
        // "in" is the old tag of Indonesian, which older runtimes still send.
        return language == Language.English || tag.Equals("id", StringComparison.OrdinalIgnoreCase) || tag.Equals("in", StringComparison.OrdinalIgnoreCase);
    }

    private static decimal WeightOf(ReadOnlySpan<char> part)
    {
        var at = part.IndexOf("q=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
            return 1;
        return decimal.TryParse(part[(at + 2)..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) ? weight : 0;
    }
}
