namespace KpuSync.Client;

/// <summary>Something that a person can act on: it has a stable code and a text in both languages, and never holds personal data.</summary>
public class KpuSyncException : Exception
{
    /// <summary>Creates it.</summary>
    public KpuSyncException(string code, LocalizedText text, Exception? inner = null)
        : base($"{code}: {text?.English}", inner)
    {
        ArgumentNullException.ThrowIfNull(text);
        Code = code;
        Text = text;
    }

    /// <summary>Stable code, upper snake case.</summary>
    public string Code { get; }

    /// <summary>What is wrong and what to do.</summary>
    public LocalizedText Text { get; }
}
