using System.Data.Common;

namespace KpuSync.Storage.Copying;

/// <summary>A database that nobody writes to as long as it is open here, so that all reads see one state.</summary>
public interface ICopySource
{
    /// <summary>Every table of its model.</summary>
    IReadOnlyList<StoredTable> Tables { get; }

    /// <summary>The command that reads a table, row by row.</summary>
    DbCommand Select(StoredTable table);
}
