namespace KpuSync.Benchmarks.Floors;

/// <summary>One table that takes the rows of the register and knows nothing else: no rules, no ledger, no gRPC.</summary>
internal interface IFloor : IAsyncDisposable
{
    /// <summary>Writes rows in one transaction, forced to the disk.</summary>
    Task WriteAsync(IReadOnlyList<FloorRow> rows);
}
