namespace KpuSync.Core.Register;

/// <summary>A change's place in an office's ledger, in the order in which changes came.</summary>
/// <param name="Position">Position of the entry.</param>
/// <param name="Index">Its place in the entry, from 0.</param>
public readonly record struct EntryPlace(long Position, int Index) : IComparable<EntryPlace>
{
    /// <inheritdoc/>
    public int CompareTo(EntryPlace other) => (Position, Index).CompareTo((other.Position, other.Index));

    /// <summary>True if the first came before the second.</summary>
    public static bool operator <(EntryPlace first, EntryPlace second) => first.CompareTo(second) < 0;

    /// <summary>True if the first came after the second.</summary>
    public static bool operator >(EntryPlace first, EntryPlace second) => first.CompareTo(second) > 0;

    /// <summary>True unless the first came after the second.</summary>
    public static bool operator <=(EntryPlace first, EntryPlace second) => first.CompareTo(second) <= 0;

    /// <summary>True unless the first came before the second.</summary>
    public static bool operator >=(EntryPlace first, EntryPlace second) => first.CompareTo(second) >= 0;
}
