namespace KpuSync.Client;

/// <summary>How an export is checked without sending it.</summary>
public sealed record ValidateOptions
{
    /// <summary>Ask the server what a push would give now, instead of only the rules that need no register.</summary>
    public bool OnServer { get; init; }

    /// <summary>Write the rows with errors to a report file. Default false.</summary>
    public bool WriteReport { get; init; }
}

/// <summary>What checking an export gave. Nothing was sent or changed.</summary>
/// <param name="File">Name of the file, without its folder.</param>
/// <param name="Rows">Rows that were read, without header and empty rows.</param>
/// <param name="RowsWithErrors">Rows with a finding that would stop or hold them.</param>
/// <param name="RowsWithWarnings">Rows with warnings only.</param>
/// <param name="Outcomes">With the server's dry run: what a push would give.</param>
/// <param name="Findings">The findings in the order of their rows, at most <see cref="PushReport.FindingsMax"/>.</param>
/// <param name="FindingsTotal">How many findings there are.</param>
/// <param name="ReportFiles">Paths of the files that hold the rows with errors.</param>
public sealed record ValidateReport(
    string File,
    long Rows,
    long RowsWithErrors,
    long RowsWithWarnings,
    OutcomeTotals? Outcomes,
    IReadOnlyList<Finding> Findings,
    long FindingsTotal,
    IReadOnlyList<string> ReportFiles);
