namespace KpuSync.Rules.Registry;

/// <summary>A language that every text exists in.</summary>
public enum Language
{
    /// <summary>Bahasa Indonesia, the default.</summary>
    Indonesian,

    /// <summary>English.</summary>
    English,
}
