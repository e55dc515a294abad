using KpuSync.Rules.Values;

namespace KpuSync.Core.Recap;

/// <summary>How many duplicate cases are open: what the recap needs to know of matching. Without one in the host, none are.</summary>
public interface IOpenDuplicates
{
    /// <summary>Open cases with a side in the range.</summary>
    ValueTask<OpenDuplicates> CountAsync(OfficeCode range, CancellationToken ct);
}

/// <summary>Open duplicate cases of a range.</summary>
/// <param name="Cases">Cases, each counted once.</param>
/// <param name="ByOffice">Cases by office, each counted at every office that has a side in it; offices without any may be left out.</param>
public sealed record OpenDuplicates(long Cases, IReadOnlyDictionary<OfficeCode, long> ByOffice);
