using KpuSync.Core.Store;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Ledger;

/// <summary>When an entry is committed: by the server's clock, but not before the entry that it follows.</summary>
/// <remarks>
/// Servers' clocks differ, and one may be set back. Days and months of the recap are told by the commit time, so that an entry must not fall into a day that the ledger has left.
/// </remarks>
public static class EntryClock
{
    /// <summary>
    /// By how much a clock is taken to be behind, and the ledger's time stands still until it has caught up. Where the last entry is further ahead, its clock was the wrong one:
    /// the ledger would stay there, perhaps for years.
    /// </summary>
    public static readonly TimeSpan BehindMax = TimeSpan.FromDays(1);

    /// <summary>The time by the server's clock, in whole milliseconds: what the ledger stores is what was decided by.</summary>
    public static DateTimeOffset Now(TimeProvider time) => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());

    /// <summary>The time of the next entry in this ledger.</summary>
    public static DateTimeOffset Now(TimeProvider time, ILedgerWrite write, OfficeCode office)
    {
        var now = Now(time);
        var last = DateTimeOffset.FromUnixTimeMilliseconds(write.LastTimeOf(office));
        return last > now && last <= now + BehindMax ? last : now;
    }
}
