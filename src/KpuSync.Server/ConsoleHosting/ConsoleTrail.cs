using KpuSync.Console.Access;
using KpuSync.Core.Access;
using KpuSync.Server.Access;

namespace KpuSync.Server.ConsoleHosting;

/// <summary>Notes the console's readings in the trail.</summary>
public sealed class ConsoleTrail(AccessTrail trail) : IReadingTrail
{
    /// <inheritdoc/>
    public async Task<IReading> BeginAsync(Caller caller, Ask ask, CancellationToken ct) =>
        new Reading(await trail.BeginAsync(caller, ask.Call, ask.CaseId is { } id ? $"case {id}" : AccessTrail.OfficeRange(ask.Office ?? ""), ct));

    private sealed class Reading(AccessReading reading) : IReading
    {
        public long Entries
        {
            get => reading.Entries;
            set => reading.Entries = value;
        }

        public ValueTask DisposeAsync() => reading.DisposeAsync();
    }
}
