using Google.Protobuf;
using KpuSync.Contracts.V1;
using KpuSync.Core.Register;

namespace KpuSync.Core.Items;

/// <summary>What an applied change does to an item. Pushing and rebuilding both go through here, so that they cannot differ.</summary>
public static class ItemTransition
{
    /// <summary>Puts the change's item as the next version.</summary>
    public static void Apply(OfficeView view, Change change, ItemKey key, long position, int index)
    {
        view.Put(new Item
        {
            Office = view.Office,
            Key = key,
            Position = position,
            Index = index,
            Version = (view.FindItem(key)?.Version ?? 0) + 1,
            Record = RecordOf(change),
        });
    }

    /// <summary>The message that a change puts, encoded.</summary>
    /// <exception cref="InvalidOperationException">The change is about no item.</exception>
    public static byte[] RecordOf(Change change) => change.KindCase switch
    {
        Change.KindOneofCase.ProgressReport => change.ProgressReport.ToByteArray(),
        Change.KindOneofCase.ProgressPlan => change.ProgressPlan.ToByteArray(),
        _ => throw new InvalidOperationException($"A change of kind {change.KindCase} is about no item."),
    };
}
