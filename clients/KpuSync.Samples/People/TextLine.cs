using System.Globalization;

namespace KpuSync.Samples.People;

/// <summary>A short text that is written over and over.</summary>
internal sealed class TextLine
{
    private readonly char[] _chars = new char[200];
    private int _length;

    public ReadOnlySpan<char> Span => _chars.AsSpan(0, _length);

    public void Clear() => _length = 0;

    public void Set(ReadOnlySpan<char> text)
    {
        Clear();
        Add(text);
    }

    public void Add(ReadOnlySpan<char> text)
    {
        text.CopyTo(_chars.AsSpan(_length));
        _length += text.Length;
    }

    public void Add(int number)
    {
        number.TryFormat(_chars.AsSpan(_length), out var written, provider: CultureInfo.InvariantCulture);
        _length += written;
    }

    /// <summary>Adds the text behind a space, unless it is empty.</summary>
    public void AddWord(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return;
        if (_length > 0)
            Add(" ");
        Add(text);
    }
}
