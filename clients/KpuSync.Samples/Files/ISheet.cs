namespace KpuSync.Samples.Files;

/// <summary>A file that rows are written to.</summary>
internal interface ISheet : IDisposable
{
    /// <summary>Number of the row that was written last, as a spreadsheet shows it: the header is row 1.</summary>
    int Row { get; }

    void Write(RowText row);
}
