using System.Diagnostics.CodeAnalysis;
using SQLitePCL;

namespace KpuSync.Storage.Sqlite.HotPath;

/// <summary>A parameter's value, without a box around it.</summary>
[SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "Only ever written as an assignment.")]
internal readonly struct SqlValue
{
    private readonly long? _number;
    private readonly string? _text;
    private readonly byte[]? _bytes;

    private SqlValue(long? number, string? text, byte[]? bytes) => (_number, _text, _bytes) = (number, text, bytes);

    public static implicit operator SqlValue(long value) => new(value, null, null);

    public static implicit operator SqlValue(int value) => new(value, null, null);

    public static implicit operator SqlValue(long? value) => new(value, null, null);

    public static implicit operator SqlValue(int? value) => new(value, null, null);

    public static implicit operator SqlValue(string? value) => new(null, value, null);

    public static implicit operator SqlValue(byte[]? value) => new(null, null, value);

    public int BindTo(sqlite3_stmt statement, int parameter)
    {
        if (_number is { } number)
            return raw.sqlite3_bind_int64(statement, parameter, number);
        if (_text is not null)
            return raw.sqlite3_bind_text(statement, parameter, _text);
        if (_bytes is null)
            return raw.sqlite3_bind_null(statement, parameter);
        return _bytes.Length == 0 ? raw.sqlite3_bind_zeroblob(statement, parameter, 0) : raw.sqlite3_bind_blob(statement, parameter, _bytes);
    }
}
