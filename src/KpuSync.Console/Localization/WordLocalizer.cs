using System.Resources;

namespace KpuSync.Console.Localization;

/// <summary>Names the words of the console for <see cref="IStringLocalizer{T}"/>.</summary>
public sealed class Words;

/// <summary>
/// Finds words in the resource files of the page's language. They are chosen by <see cref="Speech"/> and not by the thread's culture: the server runs without
/// culture data.
/// </summary>
public sealed class WordLocalizer(Speech speech) : IStringLocalizer<Words>
{
    /// <summary>The files, without the language. A name stands in one of them only.</summary>
    public static IReadOnlyList<string> Files { get; } = ["Common", "Glance", "Holds", "Duplicates", "Parties", "Recap", "Audit", "Credentials", "Failed"];

    private static readonly ResourceManager[] Indonesian = [.. Files.Select(file => Open(file, ""))];
    private static readonly ResourceManager[] English = [.. Files.Select(file => Open(file, "English"))];

    /// <inheritdoc/>
    public LocalizedString this[string name] => Find(name) is { } text ? new LocalizedString(name, text) : new LocalizedString(name, name, resourceNotFound: true);

    /// <inheritdoc/>
    public LocalizedString this[string name, params object[] arguments] =>
        Find(name) is { } text ? new LocalizedString(name, string.Format(speech.Numbers, text, arguments)) : this[name];

    /// <inheritdoc/>
    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) =>
        from file in Of(speech.IsEnglish)
        from System.Collections.DictionaryEntry entry in file.GetResourceSet(System.Globalization.CultureInfo.InvariantCulture, true, false)!
        select new LocalizedString((string)entry.Key, (string)entry.Value!);

    private string? Find(string name)
    {
        foreach (var file in Of(speech.IsEnglish))
        {
            if (file.GetString(name, System.Globalization.CultureInfo.InvariantCulture) is { } text)
                return text;
        }

        return null;
    }

    private static ResourceManager[] Of(bool isEnglish) => isEnglish ? English : Indonesian;

    private static ResourceManager Open(string file, string language) => new($"KpuSync.Console.Words.{file}{language}", typeof(WordLocalizer).Assembly);
}
