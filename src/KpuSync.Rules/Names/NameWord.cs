namespace KpuSync.Rules.Names;

/// <summary>One word of a name as it was read.</summary>
/// <param name="Text">Folded.</param>
/// <param name="IsGlued">Only a dot stands between it and the word before.</param>
/// <param name="IsAfterComma">A comma stands somewhere before it.</param>
internal readonly record struct NameWord(string Text, bool IsGlued, bool IsAfterComma);
