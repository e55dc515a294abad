using KpuSync.Core.Items;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Register;

/// <summary>Whether a change that was not applied blocks later ones.</summary>
public enum PendingKind
{
    /// <summary>Held: later changes of that person, or of that party item, wait behind it.</summary>
    Held = 1,

    /// <summary>Parked for an administrator: blocks nobody.</summary>
    Parked = 2,
}

/// <summary>Whether a pending change still waits.</summary>
public enum PendingState
{
    /// <summary>It waits.</summary>
    Open = 1,

    /// <summary>Its correction or something newer settled it.</summary>
    Superseded = 2,

    /// <summary>A held change that was decided anew when its hold ended; the settling entry has its outcome.</summary>
    Released = 3,

    /// <summary>A held change that was given up.</summary>
    Rejected = 4,
}

/// <summary>A change that has not been applied, with its one current outcome.</summary>
public sealed record PendingChange
{
    /// <summary>Whose ledger.</summary>
    public required OfficeCode Office { get; init; }

    /// <summary>Ledger position of the batch that brought it.</summary>
    public required long Position { get; init; }

    /// <summary>Its place in that batch.</summary>
    public required int Index { get; init; }

    /// <summary>Held or parked.</summary>
    public required PendingKind Kind { get; init; }

    /// <summary>Whether it still waits.</summary>
    public required PendingState State { get; init; }

    /// <summary>The voter that it is about; null if its NIK cannot be read, or it is about none.</summary>
    public required Nik? Nik { get; init; }

    /// <summary>The party item that it is about, while it is held; null for other changes.</summary>
    public ItemKey? Item { get; init; }

    /// <summary>Code of the first violation, or of what failed the batch.</summary>
    public required string Code { get; init; }

    /// <summary>Position of the change that settled it; null while it is open.</summary>
    public long? SettledPosition { get; init; }

    /// <summary>Place of the change that settled it; null while it is open.</summary>
    public int? SettledIndex { get; init; }
}
