using KpuSync.Client.Exports;
using KpuSync.Contracts.V1;

namespace KpuSync.Client.Items;

/// <summary>How the rows of one kind of file become changes.</summary>
/// <param name="Columns">The columns that it may have.</param>
/// <param name="ChangeOf">The change of one row.</param>
internal sealed record ItemFileKind(ColumnSet Columns, Func<ItemCells, Change> ChangeOf)
{
    /// <summary>Puts a later row of the same item into its change, where an item has several rows; null if a second row of it is a mistake.</summary>
    public Action<Change, Change>? Join { get; init; }

    /// <summary>True if there are too many rows to look for repeated ones: the server judges them.</summary>
    public bool IsLarge { get; init; }
}
