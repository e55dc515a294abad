using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Register;

/// <summary>Where an entry stands in its office's ledger, and when it is committed.</summary>
/// <param name="Position">Position in the ledger.</param>
/// <param name="TimeMilliseconds">Commit time, milliseconds since 1970 UTC.</param>
/// <param name="OfficeDay">The office's day at that time.</param>
public readonly record struct EntryMoment(long Position, long TimeMilliseconds, DateOnly OfficeDay)
{
    /// <summary>The moment of an office's entry.</summary>
    public static EntryMoment Of(OfficeCode office, long position, DateTimeOffset time) =>
        new(position, time.ToUnixTimeMilliseconds(), OfficeCalendar.DayIn(office, time));

    /// <summary>The moment of an entry that stands in a ledger.</summary>
    public static EntryMoment Of(Ledger.LedgerEntry entry) =>
        Of(entry.Office, entry.Position, DateTimeOffset.FromUnixTimeMilliseconds(entry.CommitTimeMilliseconds));
}
