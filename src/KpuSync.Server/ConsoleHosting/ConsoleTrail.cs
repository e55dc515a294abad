using KpuSync.Console.Access;
using KpuSync.Core.Access;
using KpuSync.Rules.Values;
using KpuSync.Server.Access;

namespace KpuSync.Server.ConsoleHosting;

/// <summary>Notes the console's readings in the trail.</summary>
public sealed class ConsoleTrail(AccessTrail trail) : IReadingTrail
{
    /// <inheritdoc/>
    public async Task<IReading> BeginAsync(Caller caller, string call, string range, CancellationToken ct) =>
        new Reading(await trail.BeginAsync(caller, call, OfficeCode.TryParse(range, out _) ? AccessTrail.OfficeRange(range) : range, ct));

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
