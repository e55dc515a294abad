namespace KpuSync.Samples.Truth;

/// <summary>What is planted among the members of one party in one office.</summary>
public sealed record SampleParty
{
    /// <summary>4-digit code of the office.</summary>
    public required string Office { get; init; }

    /// <summary>Number of the party.</summary>
    public required int Party { get; init; }

    /// <summary>Members in the office's file: rows, each with a card of its own.</summary>
    public required int Members { get; init; }

    /// <summary>Rows of people who stand in this party already (ganda internal): the first row of each counts as the member.</summary>
    public required int DoubleInside { get; init; }

    /// <summary>Rows of people who stand in another party too (ganda eksternal).</summary>
    public required int DoubleBetween { get; init; }

    /// <summary>Rows of people whose occupation excludes membership.</summary>
    public required int Occupation { get; init; }

    /// <summary>Rows with a number that nobody in the office's export has.</summary>
    public required int NotRegistered { get; init; }
}
