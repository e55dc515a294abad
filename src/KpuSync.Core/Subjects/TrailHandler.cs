using KpuSync.Core.Access;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Subjects;

/// <summary>Lists who read personal data of a range.</summary>
public sealed class TrailHandler(IAccessTrailReader trail)
{
    /// <summary>Most readings in an answer.</summary>
    public const int ReadingsMax = 1_000;

    /// <summary>The newest readings of the range's ledgers, also as part of a larger range.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="range">An office, a province or the nation.</param>
    /// <param name="limit">Most readings, 1 to <see cref="ReadingsMax"/>.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Result<IReadOnlyList<AccessRecord>>> ListAsync(Caller caller, OfficeCode range, int limit, CancellationToken ct)
    {
        if (OfficeGrants.CheckRead(caller, range) is { } notGranted)
            return notGranted;
        if (limit is < 1 or > ReadingsMax)
            return SyncError.RequestInvalid("limit");

        var found = new List<AccessRecord>();
        await foreach (var reading in trail.ReadingsOfAsync(OfficeGrants.OfficesIn(range), ct))
        {
            found.Add(reading);
            if (found.Count == limit)
                break;
        }

        return found;
    }
}
