using KpuSync.Contracts.V1;

namespace KpuSync.Core.Items;

/// <summary>A stored item as the change that would put it.</summary>
public static class ItemChanges
{
    /// <summary>The item's message in the change of its kind.</summary>
    public static Change Of(Item item) => item.Key.Kind switch
    {
        ItemKind.ProgressReport => new Change { ProgressReport = ProgressReport.Parser.ParseFrom(item.Record) },
        ItemKind.ProgressPlan => new Change { ProgressPlan = ProgressPlan.Parser.ParseFrom(item.Record) },
        ItemKind.PartyProfile => new Change { PartyProfile = PartyProfile.Parser.ParseFrom(item.Record) },
        ItemKind.PartyManagement => new Change { PartyManagement = PartyManagement.Parser.ParseFrom(item.Record) },
        ItemKind.PartyOffice => new Change { PartyOffice = PartyOffice.Parser.ParseFrom(item.Record) },
        ItemKind.PartyAccount => new Change { PartyAccount = PartyAccount.Parser.ParseFrom(item.Record) },
        ItemKind.PartyMember => new Change { PartyMember = PartyMember.Parser.ParseFrom(item.Record) },
        ItemKind.MembershipStatement => new Change { MembershipStatement = MembershipStatement.Parser.ParseFrom(item.Record) },
        ItemKind.NameComplaint => new Change { NameComplaint = NameComplaint.Parser.ParseFrom(item.Record) },
        _ => throw new InvalidOperationException($"No change puts an item of kind {item.Key.Kind}."),
    };
}
