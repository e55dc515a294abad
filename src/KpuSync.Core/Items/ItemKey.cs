namespace KpuSync.Core.Items;

/// <summary>What an office keeps besides voters; the numbers are stored.</summary>
public enum ItemKind
{
    /// <summary>A monthly progress report; its key is the month, <c>2026-10</c>.</summary>
    ProgressReport = 1,

    /// <summary>A yearly plan of spending; its key is the year, <c>2026</c>.</summary>
    ProgressPlan = 2,
}

/// <summary>Which item of an office.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Key">Which of them, 1 to 40 ASCII characters.</param>
public readonly record struct ItemKey(ItemKind Kind, string Key) : IComparable<ItemKey>
{
    /// <summary>Orders as the store does.</summary>
    public int CompareTo(ItemKey other) => Kind == other.Kind ? string.CompareOrdinal(Key, other.Key) : Kind.CompareTo(other.Kind);

    /// <summary>Whether it comes first.</summary>
    public static bool operator <(ItemKey a, ItemKey b) => a.CompareTo(b) < 0;

    /// <summary>Whether it comes later.</summary>
    public static bool operator >(ItemKey a, ItemKey b) => a.CompareTo(b) > 0;

    /// <summary>Whether it is the same or comes first.</summary>
    public static bool operator <=(ItemKey a, ItemKey b) => a.CompareTo(b) <= 0;

    /// <summary>Whether it is the same or comes later.</summary>
    public static bool operator >=(ItemKey a, ItemKey b) => a.CompareTo(b) >= 0;
}
