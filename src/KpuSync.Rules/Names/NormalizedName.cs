namespace KpuSync.Rules.Names;

/// <summary>What an Indonesian name amounts to: its words without titles and degrees, in one spelling.</summary>
/// <remarks>
/// <c>H. MOCH. SOEKARNO, S.PD.</c> and <c>MUHAMMAD SUKARNO</c> are one name. A father's name behind BIN or BINTI is left out, since most registers leave it out.
/// LALU and BAIQ, the birth titles of Lombok, stay as words in their long form: families keep them. It is for comparing and is never shown.
/// </remarks>
public sealed class NormalizedName
{
    private readonly string[] _words;

    private NormalizedName(string[] words)
    {
        _words = words;
        Text = string.Join(' ', words);
        Letters = string.Concat(words);
        Key = words.Length < 2 ? Text : string.Join(' ', words.Order(StringComparer.Ordinal));
    }

    /// <summary>The words as they were written, one after another. Empty if the name held nothing but titles.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>The words with single spaces.</summary>
    public string Text { get; }

    /// <summary>The words without spaces: <c>NUR HAYATI</c> and <c>NURHAYATI</c> have the same.</summary>
    public string Letters { get; }

    /// <summary>The words in alphabetical order: the same whichever of them was written first.</summary>
    public string Key { get; }

    /// <summary>True if nothing is left, as of <c>H. DRS.</c>. Such a name equals no other, not even another empty one.</summary>
    public bool IsEmpty => _words.Length == 0;

    /// <summary>Normalises a name; any text will do.</summary>
    public static NormalizedName Of(ReadOnlySpan<char> name) => new(NameWords.Of(name));

    /// <summary>True if both name somebody and agree in all words, in any order or however they are joined.</summary>
    public bool IsSameAs(NormalizedName other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return !IsEmpty && !other.IsEmpty && (Key == other.Key || Letters == other.Letters);
    }
}
