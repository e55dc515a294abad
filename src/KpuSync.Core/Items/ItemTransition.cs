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
        var before = view.FindItem(key);
        var message = MessageOf(change, before);
        view.Put(new Item
        {
            Office = view.Office,
            Key = key,
            Position = position,
            Index = index,
            Version = (before?.Version ?? 0) + 1,
            Record = message.ToByteArray(),
            Member = message as PartyMember,
        });
    }

    /// <summary>The message that a change makes of an item.</summary>
    /// <param name="change">The change.</param>
    /// <param name="before">The item before; null if there is none.</param>
    /// <exception cref="InvalidOperationException">The change is about no item, or takes out a member who is not there.</exception>
    public static IMessage MessageOf(Change change, Item? before) => change.KindCase switch
    {
        Change.KindOneofCase.ProgressReport => change.ProgressReport,
        Change.KindOneofCase.ProgressPlan => change.ProgressPlan,
        Change.KindOneofCase.PartyProfile => change.PartyProfile,
        Change.KindOneofCase.PartyManagement => change.PartyManagement,
        Change.KindOneofCase.PartyOffice => change.PartyOffice,
        Change.KindOneofCase.PartyAccount => change.PartyAccount,
        Change.KindOneofCase.PartyMember => change.PartyMember,
        Change.KindOneofCase.PartyMemberRemoval => Removed(change.PartyMemberRemoval, before),
        Change.KindOneofCase.MembershipStatement => change.MembershipStatement,
        Change.KindOneofCase.NameComplaint => change.NameComplaint,
        _ => throw new InvalidOperationException($"A change of kind {change.KindCase} is about no item."),
    };

    // The record stays, so that the check of the party still sees who was taken out and why.
    private static PartyMember Removed(PartyMemberRemoval removal, Item? before)
    {
        var member = PartyMember.Parser.ParseFrom((before ?? throw new InvalidOperationException("A member who is not there was taken out.")).Record);
        member.Removed = removal.Ground;
        return member;
    }
}
