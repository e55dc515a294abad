using KpuSync.Rules.Registry;

namespace KpuSync.Forms;

/// <summary>A text for people, in both languages. <c>{0}</c> and so on stand for values.</summary>
public sealed record Text(string Indonesian, string English)
{
    /// <summary>The text, with its values written as the language writes numbers.</summary>
    public string In(Language language, params object[] values) =>
        values.Length == 0 ? Pick(language) : string.Format(language.Numbers(), Pick(language), values);

    private string Pick(Language language) => language == Language.Indonesian ? Indonesian : English;
}
