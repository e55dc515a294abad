using KpuSync.Core.Access;

namespace KpuSync.Console.Access;

/// <summary>The trail of who read or changed personal data; the console's readings stand in it beside the API's.</summary>
public interface IReadingTrail
{
    /// <summary>Writes the row before anything is read; disposing the reading adds how much it was.</summary>
    /// <param name="caller">Who reads.</param>
    /// <param name="call">The RPC that does the same, for example <c>ListHolds</c>.</param>
    /// <param name="range">What is read: an office, province or <c>RI</c>, or for example <c>case 17</c>.</param>
    /// <param name="ct">Cancels.</param>
    Task<IReading> BeginAsync(Caller caller, string call, string range, CancellationToken ct);
}

/// <summary>One reading while it goes on.</summary>
public interface IReading : IAsyncDisposable
{
    /// <summary>How many records were read.</summary>
    long Entries { get; set; }
}
