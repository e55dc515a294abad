namespace KpuSync.Core.Items;

/// <summary>What an office keeps besides voters; the numbers are stored.</summary>
public enum ItemKind
{
    /// <summary>A monthly progress report; its key is the month, <c>2026-10</c>.</summary>
    ProgressReport = 1,

    /// <summary>A yearly plan of spending; its key is the year, <c>2026</c>.</summary>
    ProgressPlan = 2,

    /// <summary>A party's profile; its key is the party, <c>06/</c>. Only the centre has any.</summary>
    PartyProfile = 10,

    /// <summary>A party's management; its key is party and area, <c>06/5201</c>, without area for the centre.</summary>
    PartyManagement = 11,

    /// <summary>A party's office; its key is as a management's.</summary>
    PartyOffice = 12,

    /// <summary>A party's bank account; its key is as a management's.</summary>
    PartyAccount = 13,

    /// <summary>A party's member, also one who was taken out; its key is party and member card.</summary>
    PartyMember = 14,

    /// <summary>What somebody in the lists of two parties stated; its key is the person's NIK.</summary>
    MembershipStatement = 15,

    /// <summary>A complaint that a name was used without consent; its key is party and NIK.</summary>
    NameComplaint = 16,
}

/// <summary>Which item of an office.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Key">Which of them, 1 to 40 ASCII characters.</param>
public readonly record struct ItemKey(ItemKind Kind, string Key) : IComparable<ItemKey>
{
    private const int ShownMax = 4;

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

    /// <summary>Kind and key; member cards and identity numbers masked to their last digits, so that no log line or report can leak them.</summary>
    public override string ToString() => $"{Kind} {(Kind is ItemKind.PartyMember or ItemKind.MembershipStatement or ItemKind.NameComplaint ? Masked(Key) : Key)}";

    private static string Masked(string key)
    {
        var number = key.LastIndexOf('/') is var slash && slash == 2 ? key[(slash + 1)..] : key;
        var party = key[..^number.Length];
        return number.Length <= ShownMax ? $"{party}****" : $"{party}****{number[^ShownMax..]}";
    }
}
