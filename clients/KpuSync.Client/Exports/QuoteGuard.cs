namespace KpuSync.Client.Exports;

/// <summary>
/// Text on its way to the CSV reader, line by line where quotes stand in it: a quote that is never closed would swallow the rest of the file,
/// and one in the wrong place would end it. Such a line becomes a mark that names the fault; the lines after it are read as usual.
/// </summary>
/// <remarks>
/// A quoted field may go over several lines (an address with a line break). It counts as closed if it closes within
/// <see cref="ContinuationLinesMax"/> lines.
/// </remarks>
internal sealed class QuoteGuard(TextReader inner, char delimiter, char newline) : TextReader
{
    private const int ContinuationLinesMax = 10;
    private const int ChunkChars = 1 << 16;
    private const int LineCharsMax = 1 << 24;
    private const char Mark = '\u0001';

    private char[] _input = new char[ChunkChars];
    private int _inputStart;
    private int _inputEnd;
    private bool _ended;

    private char[] _output = new char[ChunkChars];
    private int _outputStart;
    private int _outputEnd;

    /// <summary>True if a record is one of this guard's marks.</summary>
    public static bool IsMark(ReadOnlySpan<char> field, out RowFault fault, out ReadOnlySpan<char> line)
    {
        fault = RowFault.None;
        line = [];
        if (field.Length < 2 || field[0] != Mark)
            return false;
        fault = (RowFault)(field[1] - '0');
        line = field[2..];
        return true;
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        if (_outputStart == _outputEnd)
        {
            _outputStart = _outputEnd = 0;
            while (_outputEnd < ChunkChars && Refill())
            {
            }
        }

        var taken = Math.Min(buffer.Length, _outputEnd - _outputStart);
        _output.AsSpan(_outputStart, taken).CopyTo(buffer);
        _outputStart += taken;
        return taken;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            inner.Dispose();
        base.Dispose(disposing);
    }

    // Passes on whole lines. Those without a quote go in one piece.
    private bool Refill()
    {
        if (!_ended && _inputEnd - _inputStart <= _input.Length / 2)
            FillInput();
        var available = _input.AsSpan(_inputStart, _inputEnd - _inputStart);
        if (available.Length == 0)
            return false;
        var whole = _ended ? available.Length : available.LastIndexOf(newline) + 1;
        if (whole == 0)
        {
            Grow();
            return true;
        }

        var quote = available[..whole].IndexOf('"');
        var clean = quote < 0 ? whole : available[..quote].LastIndexOf(newline) + 1;
        if (clean > 0)
        {
            Emit(available[..clean]);
            _inputStart += clean;
            return true;
        }

        return PassRecord(available);
    }

    // The line at the start has a quote: pass the record that begins there if it is well formed, a mark if not.
    private bool PassRecord(ReadOnlySpan<char> available)
    {
        var length = 0;
        for (var lines = 0; lines <= ContinuationLinesMax; lines++)
        {
            var end = available[length..].IndexOf(newline);
            if (end < 0 && !_ended)
            {
                Grow();
                return true;
            }

            length = end < 0 ? available.Length : length + end + 1;
            var fault = CheckQuotes(available[..length], delimiter, newline);
            if (fault == RowFault.None)
            {
                Emit(available[..length]);
                _inputStart += length;
                return true;
            }

            if (fault == RowFault.QuoteMisplaced || length == available.Length)
                break;
        }

        PassMark(available);
        return true;
    }

    private void PassMark(ReadOnlySpan<char> available)
    {
        var end = available.IndexOf(newline);
        var line = end < 0 ? available : available[..end];
        var fault = CheckQuotes(line, delimiter, newline);
        Span<char> head = [Mark, (char)('0' + (int)(fault == RowFault.None ? RowFault.QuoteUnclosed : fault))];
        Emit(head);
        foreach (var c in line)
        {
            // One field, whatever stood there.
            if (c != delimiter && c is not ('"' or '\r'))
                Emit([c]);
            else if (c == delimiter)
                Emit([' ']);
        }

        Emit([newline]);
        _inputStart += end < 0 ? available.Length : end + 1;
    }

    /// <summary>None for a well formed record; otherwise what is wrong with its quotes.</summary>
    internal static RowFault CheckQuotes(ReadOnlySpan<char> record, char delimiter, char newline)
    {
        var at = 0;
        while (at < record.Length)
        {
            if (record[at] != '"')
            {
                var next = record[at..].IndexOfAny(delimiter, newline);
                if (next < 0)
                    return RowFault.None;
                at += next + 1;
                continue;
            }

            at++;
            while (true)
            {
                var close = record[at..].IndexOf('"');
                if (close < 0)
                    return RowFault.QuoteUnclosed;
                at += close + 1;
                if (at == record.Length || record[at] != '"')
                    break;
                at++;
            }

            var rest = record[at..];
            if (rest.Length == 0 || rest.SequenceEqual("\n") || rest.SequenceEqual("\r\n") || rest.SequenceEqual("\r"))
                return RowFault.None;
            if (rest[0] != delimiter)
                return RowFault.QuoteMisplaced;
            at++;
        }

        return RowFault.None;
    }

    private void FillInput()
    {
        if (_inputStart > 0)
        {
            _input.AsSpan(_inputStart, _inputEnd - _inputStart).CopyTo(_input);
            _inputEnd -= _inputStart;
            _inputStart = 0;
        }

        while (!_ended && _inputEnd < _input.Length)
        {
            var read = inner.Read(_input.AsSpan(_inputEnd));
            _ended = read == 0;
            _inputEnd += read;
        }
    }

    private void Grow()
    {
        if (_input.Length >= LineCharsMax)
            throw new InvalidDataException("A line is longer than any export's.");
        Array.Resize(ref _input, _input.Length * 2);
    }

    private void Emit(ReadOnlySpan<char> text)
    {
        if (_outputEnd + text.Length > _output.Length)
            Array.Resize(ref _output, Math.Max(_output.Length * 2, _outputEnd + text.Length));
        text.CopyTo(_output.AsSpan(_outputEnd));
        _outputEnd += text.Length;
    }
}
