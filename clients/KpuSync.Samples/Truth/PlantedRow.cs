using System.Text.Json.Serialization;
using KpuSync.Samples.Planting;

namespace KpuSync.Samples.Truth;

/// <summary>One row that was planted, or that differs from the first export.</summary>
public sealed record PlantedRow
{
    /// <summary>What was planted.</summary>
    public required PlantedKind Kind { get; init; }

    /// <summary>1: in the first export. 2: in the second.</summary>
    public required int Round { get; init; }

    /// <summary>4-digit code of the office.</summary>
    public required string Office { get; init; }

    /// <summary>Name of the export in the folder.</summary>
    public required string File { get; init; }

    /// <summary>Row as a spreadsheet shows it: the header is row 1.</summary>
    public required int Row { get; init; }

    /// <summary>The voter's NIK; for a broken row the one that should stand there, for a corrected one the new one.</summary>
    public required string Nik { get; init; }

    /// <summary>For a corrected NIK: the one before.</summary>
    public string? OldNik { get; init; }

    /// <summary>For a broken row: the header of the column to mend.</summary>
    public string? Column { get; init; }

    /// <summary>For a broken row: what is wrong.</summary>
    public BrokenKind? Broken { get; init; }

    /// <summary>For a duplicate: the pair that the row belongs to.</summary>
    public string? Pair { get; init; }

    /// <summary>For a duplicate: K1, K2 or K3.</summary>
    public string? Class { get; init; }

    /// <summary>For a duplicate: how far apart the two are.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public DuplicateReach Reach { get; init; }

    /// <summary>What KET stands in the row, if any.</summary>
    public string? Ket { get; init; }
}
