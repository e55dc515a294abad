using System.Globalization;

namespace KpuSync.Cli.Texts;

/// <summary>The language of texts and numbers.</summary>
internal enum Language
{
    Indonesian,
    English,
}

/// <summary>Which language to speak, and how it writes numbers.</summary>
internal static class Languages
{
    // The process runs without culture data, so the one difference that matters is told here.
    private static readonly CultureInfo IndonesianNumbers = WithSeparators(".", ",");

    /// <summary>The code that the server understands.</summary>
    public static string Code(this Language language) => language == Language.Indonesian ? "id" : "en";

    public static CultureInfo Numbers(this Language language) => language == Language.Indonesian ? IndonesianNumbers : CultureInfo.InvariantCulture;

    public static string Number(this Language language, long number) => number.ToString("N0", language.Numbers());

    /// <summary>The language asked for on the command line, else the one of the environment: English only where that says English.</summary>
    public static Language Choose(IReadOnlyList<string> arguments, Func<string, string?> variable)
    {
        var asked = Asked(arguments) ?? First(variable("LC_ALL")) ?? First(variable("LC_MESSAGES")) ?? First(variable("LANG")) ?? "id";
        return asked.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Language.English : Language.Indonesian;
    }

    private static string? First(string? value) => string.IsNullOrEmpty(value) ? null : value;

    private static string? Asked(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] == "--lang" && i + 1 < arguments.Count)
                return arguments[i + 1];
            if (arguments[i].StartsWith("--lang=", StringComparison.Ordinal))
                return arguments[i]["--lang=".Length..];
        }

        return null;
    }

    private static CultureInfo WithSeparators(string group, string point)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberGroupSeparator = group;
        culture.NumberFormat.NumberDecimalSeparator = point;
        culture.NumberFormat.PercentGroupSeparator = group;
        culture.NumberFormat.PercentDecimalSeparator = point;
        return CultureInfo.ReadOnly(culture);
    }
}
