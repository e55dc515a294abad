namespace KpuSync.Cli.Texts;

/// <summary>Which language to speak.</summary>
internal static class Languages
{
    /// <summary>The code that the server understands.</summary>
    public static string Code(this Language language) => language == Language.Indonesian ? "id" : "en";

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
}
