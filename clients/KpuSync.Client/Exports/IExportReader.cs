namespace KpuSync.Client.Exports;

/// <summary>Reads the rows of one export, in order, once.</summary>
internal interface IExportReader : IDisposable
{
    /// <summary>Name of the file, without its folder.</summary>
    string FileName { get; }

    /// <summary>How its columns lie.</summary>
    RowLayout Layout { get; }

    /// <summary>Share of the file that was read, 0 to 1.</summary>
    double Progress { get; }

    /// <summary>True if the file is a spreadsheet, so that a report of it is one too.</summary>
    bool IsSpreadsheet { get; }

    /// <summary>Reads the next row that is not blank into <paramref name="row"/>; false at the end.</summary>
    bool Read(ExportRow row);
}
