using KpuSync.Contracts.V1;
using KpuSync.Core.Recap;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Register;

/// <summary>One voter in one office's register: the current state that the ledger amounts to.</summary>
public sealed record Registration
{
    /// <summary>Whose register.</summary>
    public required OfficeCode Office { get; init; }

    /// <summary>Identity number; with the office the key.</summary>
    public required Nik Nik { get; init; }

    /// <summary>Why it is no longer eligible; unspecified while it is active.</summary>
    public required RemovalGround Ground { get; init; }

    /// <summary>Ledger position of the change that made it what it is.</summary>
    public required long Position { get; init; }

    /// <summary>That change's place in its entry.</summary>
    public required int Index { get; init; }

    /// <summary>Day from which it holds.</summary>
    public required DateOnly EffectiveDate { get; init; }

    /// <summary>True once somebody over 100 was verified; later updates need no verification then.</summary>
    public required bool Verified { get; init; }

    /// <summary>The duplicate case whose decision removed it: only a change that names the case brings it back. Null for all others.</summary>
    public long? DecidedCase { get; init; }

    /// <summary>How its entry counted in the recap; a reverted entry is taken out of that measure again.</summary>
    public required Measure EnteredAs { get; init; }

    /// <summary>The encoded <see cref="VoterRecord"/>; the last one known for a removed voter.</summary>
    public required byte[] Record { get; init; }

    /// <summary>True while the voter is eligible here.</summary>
    public bool IsActive => Ground is RemovalGround.Unspecified;

    /// <summary>Parses the record.</summary>
    public VoterRecord ParseRecord() => VoterRecord.Parser.ParseFrom(Record);
}
