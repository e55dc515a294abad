namespace KpuSync.Core.Telemetry;

/// <summary>Reads what the gauges show, from keys and partial indexes alone: never a table that grows with the register.</summary>
public interface IFiguresReader
{
    /// <summary>The figures of now.</summary>
    ValueTask<StoreFigures> ReadAsync(CancellationToken ct);
}
