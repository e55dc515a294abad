using System.Globalization;
using KpuSync.Contracts.V1;
using KpuSync.Core.Items;
using KpuSync.Core.Push;
using KpuSync.Rules.Registry;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Parties;

/// <summary>Decides a change of a party item. It changes nothing.</summary>
internal static class PartyDecider
{
    // Law 11/2006: local parties are Aceh's alone.
    private const string Aceh = "11";

    /// <summary>Why the change must wait or cannot be, whatever the item is now; null if nothing stands against it.</summary>
    public static Decision? CheckParty(in ScreenedChange screened, ItemKey key, in DecisionContext at)
    {
        var change = screened.Change;
        if (change.KindCase is Change.KindOneofCase.PartyProfile || PartyKeys.PartyOf(change) is not { } party)
            return null;
        if (at.View.FindProfile(party) is not { } profile)
            return Because(OutcomeStatus.Held, screened, PartyStateRules.PartyUnknown, "party_number");
        if (at.IsBlocked(key))
            return Because(OutcomeStatus.Held, screened, PartyStateRules.PartyWaitsBehindHeld, "party_number");
        return profile.AcehOnly && !IsInAceh(change, at.View.Office)
            ? Because(OutcomeStatus.Rejected, screened, PartyStateRules.LocalOutsideAceh, "party_number", party)
            : null;
    }

    /// <summary>A member's record. One card is one person: it does not go over to another by itself.</summary>
    public static Decision DecideMember(in ScreenedChange screened, Item? current)
    {
        var before = current is null ? null : PartyMember.Parser.ParseFrom(current.Record);
        if (before is { Removed: MemberRemovalGround.Unspecified } && before.Nik != screened.Change.PartyMember.Nik)
            return Because(OutcomeStatus.Rejected, screened, PartyStateRules.CardTaken, "card_number");
        return before is { Removed: MemberRemovalGround.NotEligible } && before.Nik == screened.Change.PartyMember.Nik
            ? Because(OutcomeStatus.Applied, screened, PartyStateRules.MemberReturns, "nik")
            : new Decision(OutcomeStatus.Applied, screened.Violations);
    }

    /// <summary>A member's removal.</summary>
    public static Decision DecideRemoval(in ScreenedChange screened, Item? current)
    {
        if (current is null)
            return Because(OutcomeStatus.Rejected, screened, PartyStateRules.MemberUnknown, "card_number");
        var removed = PartyMember.Parser.ParseFrom(current.Record).Removed;
        if (removed is MemberRemovalGround.Unspecified)
            return new Decision(OutcomeStatus.Applied, screened.Violations);
        return removed == screened.Change.PartyMemberRemoval.Ground
            ? new Decision(OutcomeStatus.Unchanged, screened.Violations)
            : Because(OutcomeStatus.Rejected, screened, PartyStateRules.MemberAlreadyRemoved, "card_number");
    }

    // At the level of the centre a local party has nothing either: its highest is its province.
    private static bool IsInAceh(Change change, OfficeCode office) => change.KindCase switch
    {
        Change.KindOneofCase.PartyManagement => change.PartyManagement.AreaCode.StartsWith(Aceh, StringComparison.Ordinal),
        Change.KindOneofCase.PartyOffice => change.PartyOffice.AreaCode.StartsWith(Aceh, StringComparison.Ordinal),
        Change.KindOneofCase.PartyAccount => change.PartyAccount.AreaCode.StartsWith(Aceh, StringComparison.Ordinal),
        _ => office.ProvinceCode == Aceh,
    };

    private static Decision Because(OutcomeStatus status, in ScreenedChange screened, Rule rule, string field, int? party = null)
    {
        var path = $"{PathOf(screened.Change)}.{field}";
        return new Decision(status, [.. screened.Violations, party is { } number
            ? rule.At(path, ("party", number.ToString(CultureInfo.InvariantCulture)))
            : rule.At(path)]);
    }

    private static string PathOf(Change change) => change.KindCase switch
    {
        Change.KindOneofCase.PartyManagement => "party_management",
        Change.KindOneofCase.PartyOffice => "party_office",
        Change.KindOneofCase.PartyAccount => "party_account",
        Change.KindOneofCase.PartyMember => "party_member",
        Change.KindOneofCase.PartyMemberRemoval => "party_member_removal",
        _ => "name_complaint",
    };
}
