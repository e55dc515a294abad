using System.Data.Common;
using Microsoft.EntityFrameworkCore.Metadata;

namespace KpuSync.Storage.Copying;

/// <summary>What stands in a column.</summary>
public enum StoredType
{
    /// <summary>A whole number of 8 bytes.</summary>
    LongNumber,

    /// <summary>A whole number of 4 bytes.</summary>
    Number,

    /// <summary>True or false.</summary>
    Truth,

    /// <summary>A text.</summary>
    Text,

    /// <summary>Bytes.</summary>
    Bytes,
}

/// <summary>A column of a <see cref="StoredTable"/>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What stands in it.</param>
public sealed record StoredColumn(string Name, StoredType Type)
{
    /// <summary>The column of a model, as what its values become in the database.</summary>
    /// <exception cref="NotSupportedException">Nobody has said how to copy such values.</exception>
    internal static StoredColumn Of(string table, IColumn column)
    {
        var mapping = column.StoreTypeMapping;
        var stored = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
        return new StoredColumn(column.Name, TypeOf(Nullable.GetUnderlyingType(stored) ?? stored)
            ?? throw new NotSupportedException($"{table}.{column.Name} is a {stored.Name}, which a copy to another database does not know yet: see {nameof(StoredType)}."));
    }

    /// <summary>Takes the value out of a row.</summary>
    public StoredValue Read(DbDataReader row, int ordinal)
    {
        if (row.IsDBNull(ordinal))
            return default;
        return Type switch
        {
            StoredType.LongNumber or StoredType.Number => new StoredValue(row.GetInt64(ordinal)),
            StoredType.Truth => new StoredValue(row.GetBoolean(ordinal) ? 1 : 0),
            StoredType.Text => new StoredValue(row.GetString(ordinal)),
            _ => new StoredValue(row.GetFieldValue<byte[]>(ordinal)),
        };
    }

    private static StoredType? TypeOf(Type type) => type switch
    {
        _ when type == typeof(long) => StoredType.LongNumber,
        _ when type == typeof(int) => StoredType.Number,
        _ when type == typeof(bool) => StoredType.Truth,
        _ when type == typeof(string) => StoredType.Text,
        _ when type == typeof(byte[]) => StoredType.Bytes,
        _ => null,
    };
}
