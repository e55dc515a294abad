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

    /// <summary>A parked change that a replay took: applied, or the same as what was there. One that is held from then on waits as a hold.</summary>
    Replayed = 5,

    /// <summary>A parked change that an administrator gave up.</summary>
    Discarded = 6,

    /// <summary>A parked change that was replayed too often in vain; left alone unless it is named.</summary>
    Quarantined = 7,
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

    /// <summary>When that batch was committed, milliseconds since 1970 UTC.</summary>
    public required long TimeMilliseconds { get; init; }

    /// <summary>Held or parked.</summary>
    public required PendingKind Kind { get; init; }

    /// <summary>Whether it still waits.</summary>
    public required PendingState State { get; init; }

    /// <summary>The voter that it is about; null if its NIK cannot be read, or it is about none.</summary>
    public required Nik? Nik { get; init; }

    /// <summary>The item that it is about; null if it is about a voter, or its key cannot be read.</summary>
    public ItemKey? Item { get; init; }

    /// <summary>Code of the first violation, or of what failed the batch.</summary>
    public required string Code { get; init; }

    /// <summary>How often it was replayed without being taken; a hold that a replay made has one or more.</summary>
    public int Attempts { get; init; }

    /// <summary>Position of the change that settled it, or that last tried it in vain; null if there is none.</summary>
    public long? SettledPosition { get; init; }

    /// <summary>Place of the change that settled it, or that last tried it in vain; null if there is none.</summary>
    public int? SettledIndex { get; init; }

    /// <summary>True if a correction, a replay or an administrator can still settle it.</summary>
    public bool IsOpen => State is PendingState.Open or PendingState.Quarantined;

    /// <summary>True if it is parked and can be replayed or discarded.</summary>
    public bool IsParked => Kind is PendingKind.Parked && IsOpen;

    /// <summary>Where it stands.</summary>
    public EntryPlace Place => new(Position, Index);
}
