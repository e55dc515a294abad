using KpuSync.Rules.Registry;
namespace KpuSync.Server.Errors;

/// <summary>What an error says to people; <c>{name}</c> stands for a value of its metadata.</summary>
public sealed record ErrorText(string Indonesian, string English)
{
    public string In(Language language, IReadOnlyDictionary<string, string> metadata)
    {
        var text = language is Language.English ? English : Indonesian;
        foreach (var (name, value) in metadata)
            text = text.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        return text;
    }
}
