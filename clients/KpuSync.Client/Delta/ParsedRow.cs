using KpuSync.Contracts.V1;
using KpuSync.Rules.Voters;

namespace KpuSync.Client.Delta;

/// <summary>What one row says, read but not yet compared with the baseline.</summary>
internal sealed class ParsedRow
{
    /// <summary>Its KET; null for a row that just states what is.</summary>
    public KetCode? Ket { get; set; }

    /// <summary>The full record; null for rows that only need the NIK (removals, and 8 rows).</summary>
    public VoterRecord? Voter { get; set; }

    /// <summary>The row's own NIK.</summary>
    public string Nik { get; set; } = "";

    /// <summary>The number that the row's NIK corrects; empty if it says nothing of the kind.</summary>
    public string OldNik { get; set; } = "";

    public string EffectiveDate { get; set; } = "";

    /// <summary>The office that the voter came from; for a death, the office that has the registration.</summary>
    public string PreviousOffice { get; set; } = "";

    /// <summary>The duplicate case whose decision the row goes against; 0 for none.</summary>
    public long DecidedCase { get; set; }

    public bool MovedIn { get; set; }

    public Verification? Verification { get; set; }

    /// <summary>The not-applied change that the row says it mends.</summary>
    public ChangePlace? Correction { get; set; }
}
