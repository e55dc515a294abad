using KpuSync.Rules.Regions;

namespace KpuSync.Core.Items;

/// <summary>A version of an item, and when its entry was committed.</summary>
/// <param name="Item">The version.</param>
/// <param name="CommitTime">When.</param>
public readonly record struct DatedItem(Item Item, DateTimeOffset CommitTime)
{
    /// <summary>The day on which it began to count, by the calendar of its ledger's office.</summary>
    public DateOnly Day => OfficeCalendar.DayIn(Item.Office, CommitTime);
}
