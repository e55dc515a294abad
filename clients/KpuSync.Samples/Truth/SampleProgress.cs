namespace KpuSync.Samples.Truth;

/// <summary>The progress files of one office, and how it must stand in the last month that they are of.</summary>
public sealed record SampleProgress
{
    /// <summary>4-digit code of the office.</summary>
    public required string Office { get; init; }

    /// <summary>File of its monthly reports, in the folder of the exports.</summary>
    public required string ReportFile { get; init; }

    /// <summary>File of its plan for the year.</summary>
    public required string PlanFile { get; init; }

    /// <summary>The last month of the files, <c>YYYY-MM</c>.</summary>
    public required string Month { get; init; }

    /// <summary>False if the office has not reported that month.</summary>
    public required bool Reported { get; init; }

    /// <summary>True if less is realised than its plan has.</summary>
    public required bool UnderPlan { get; init; }

    /// <summary>True if 96 percent would not be reached at year end.</summary>
    public required bool UnderYearEndTarget { get; init; }

    /// <summary>True if a revision of the ceiling waits.</summary>
    public required bool Waiting { get; init; }
}
