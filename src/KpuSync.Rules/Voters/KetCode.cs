using KpuSync.Contracts.V1;

namespace KpuSync.Rules.Voters;

/// <summary>What a row of an export does, by its KET column.</summary>
public enum KetKind
{
    /// <summary>A new voter.</summary>
    New,

    /// <summary>Changed data.</summary>
    Changed,

    /// <summary>No longer eligible (TMS), on <see cref="KetCode.Ground"/>.</summary>
    Removal,

    /// <summary>The polling station was wrong: the address from, which needs a B row with the same NIK (the address to).</summary>
    PollingStationWrong,

    /// <summary>Says something about the voter that is not a change of eligibility, such as a missing identity card.</summary>
    Remark,
}

/// <summary>One value of the KET column.</summary>
/// <param name="Code">As it stands in the file.</param>
/// <param name="Kind">What the row does.</param>
/// <param name="Ground">The removal ground; unspecified for rows that remove nobody.</param>
/// <param name="Meaning">The list's own words.</param>
public sealed record KetCode(string Code, KetKind Kind, RemovalGround Ground, string Meaning);
