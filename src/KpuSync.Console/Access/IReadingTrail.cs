using KpuSync.Core.Access;

namespace KpuSync.Console.Access;

/// <summary>The trail of who read or changed personal data; the console's readings stand in it beside the API's.</summary>
public interface IReadingTrail
{
    /// <summary>Writes the row before anything is read; disposing the reading adds how much it was.</summary>
    Task<IReading> BeginAsync(Caller caller, Ask ask, CancellationToken ct);
}

/// <summary>One reading while it goes on.</summary>
public interface IReading : IAsyncDisposable
{
    /// <summary>How many records were read.</summary>
    long Entries { get; set; }
}
