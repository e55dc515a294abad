namespace KpuSync.Cli.Texts;

/// <summary>A text for people, in both languages. <c>{0}</c> and so on stand for values.</summary>
internal sealed record Text(string Indonesian, string English)
{
    public string In(Language language, params object[] values) =>
        values.Length == 0 ? Pick(language) : string.Format(language.Numbers(), Pick(language), values);

    private string Pick(Language language) => language == Language.Indonesian ? Indonesian : English;
}
