namespace KpuSync.Client;

/// <summary>A text for people in both languages of the product.</summary>
/// <param name="Indonesian">What is wrong and what to do, in Indonesian.</param>
/// <param name="English">The same in English.</param>
public sealed record LocalizedText(string Indonesian, string English)
{
    /// <summary>The text in a language: <c>en</c> (or <c>en-*</c>) is English, everything else Indonesian.</summary>
    public string In(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        return language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? English : Indonesian;
    }

    /// <inheritdoc/>
    public override string ToString() => English;
}
