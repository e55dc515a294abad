namespace KpuSync.Samples;

/// <summary>The kind of file that an export is written as.</summary>
public enum SampleFormat
{
    /// <summary>CSV; separator, encoding and date form differ from office to office, as they do in the field.</summary>
    Csv,

    /// <summary>An XLSX workbook with one sheet, all cells as text.</summary>
    Xlsx,
}
