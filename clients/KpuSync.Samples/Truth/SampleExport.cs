namespace KpuSync.Samples.Truth;

/// <summary>One written export, and what the office's register must hold after it.</summary>
public sealed record SampleExport
{
    /// <summary>4-digit code of the office.</summary>
    public required string Office { get; init; }

    /// <summary>Name of the office.</summary>
    public required string OfficeName { get; init; }

    /// <summary>1: the first export. 2: the second.</summary>
    public required int Round { get; init; }

    /// <summary>Name of the file in the folder.</summary>
    public required string File { get; init; }

    /// <summary>Name of the file that lists the register after it: a NIK and a <see cref="RecordHash"/> in a line.</summary>
    public required string RegisterFile { get; init; }

    /// <summary>Data rows in the file, broken ones included.</summary>
    public required int Rows { get; init; }

    /// <summary>Voters that the register must hold after it.</summary>
    public required int Registered { get; init; }

    /// <summary>Rows that cannot be applied.</summary>
    public required int Broken { get; init; }

    /// <summary>Rows of people over 100 without a verification.</summary>
    public required int Unverified { get; init; }

    /// <summary>Voters that enter the register with this export.</summary>
    public required int Entered { get; init; }

    /// <summary>Voters whose record changes with it, corrected NIKs and polling stations included.</summary>
    public required int Changed { get; init; }

    /// <summary>Voters who leave the register with it.</summary>
    public required int Removed { get; init; }
}
