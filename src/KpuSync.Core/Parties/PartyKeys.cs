using System.Globalization;
using KpuSync.Contracts.V1;
using KpuSync.Core.Items;
using KpuSync.Rules.Parties;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Parties;

/// <summary>Which party item a change is about.</summary>
public static class PartyKeys
{
    /// <summary>Characters of <see cref="PrefixOf"/>.</summary>
    public const int PrefixLength = 3;

    private const int AreaDigitsMax = 6;

    // Made once: a push asks for one with each change.
    private static readonly string[] Prefixes = [.. Enumerable.Range(0, PartyNumber.Max + 1).Select(Format)];

    /// <summary>The item; null if the change is about no party item, or its key cannot be read.</summary>
    public static ItemKey? Of(Change change) => change.KindCase switch
    {
        Change.KindOneofCase.PartyProfile => OfParty(ItemKind.PartyProfile, change.PartyProfile.PartyNumber, ""),
        Change.KindOneofCase.PartyManagement => OfArea(ItemKind.PartyManagement, change.PartyManagement.PartyNumber, change.PartyManagement.AreaCode),
        Change.KindOneofCase.PartyOffice => OfArea(ItemKind.PartyOffice, change.PartyOffice.PartyNumber, change.PartyOffice.AreaCode),
        Change.KindOneofCase.PartyAccount => OfArea(ItemKind.PartyAccount, change.PartyAccount.PartyNumber, change.PartyAccount.AreaCode),
        Change.KindOneofCase.PartyMember => OfCard(change.PartyMember.PartyNumber, change.PartyMember.CardNumber),
        Change.KindOneofCase.PartyMemberRemoval => OfCard(change.PartyMemberRemoval.PartyNumber, change.PartyMemberRemoval.CardNumber),
        Change.KindOneofCase.MembershipStatement when Nik.TryParse(change.MembershipStatement.Nik, out _) =>
            new ItemKey(ItemKind.MembershipStatement, change.MembershipStatement.Nik),
        Change.KindOneofCase.NameComplaint when Nik.TryParse(change.NameComplaint.Nik, out _) =>
            OfParty(ItemKind.NameComplaint, change.NameComplaint.PartyNumber, change.NameComplaint.Nik),
        _ => null,
    };

    /// <summary>The party of a change; null if it is about none. What somebody states about membership stands without a party.</summary>
    public static int? PartyOf(Change change) => change.KindCase switch
    {
        Change.KindOneofCase.PartyProfile => change.PartyProfile.PartyNumber,
        Change.KindOneofCase.PartyManagement => change.PartyManagement.PartyNumber,
        Change.KindOneofCase.PartyOffice => change.PartyOffice.PartyNumber,
        Change.KindOneofCase.PartyAccount => change.PartyAccount.PartyNumber,
        Change.KindOneofCase.PartyMember => change.PartyMember.PartyNumber,
        Change.KindOneofCase.PartyMemberRemoval => change.PartyMemberRemoval.PartyNumber,
        Change.KindOneofCase.NameComplaint => change.NameComplaint.PartyNumber,
        _ => null,
    };

    /// <summary>The person whom a change about a party names by number; null if none. A removal names a card only.</summary>
    public static Nik? PersonOf(Change change)
    {
        var text = change.KindCase switch
        {
            Change.KindOneofCase.PartyMember => change.PartyMember.Nik,
            Change.KindOneofCase.MembershipStatement => change.MembershipStatement.Nik,
            Change.KindOneofCase.NameComplaint => change.NameComplaint.Nik,
            _ => null,
        };
        return Nik.TryParse(text, out var nik) ? nik : null;
    }

    /// <summary>The profile of a party, in the ledger of the centre.</summary>
    public static ItemKey OfProfile(int party) => new(ItemKind.PartyProfile, PrefixOf(party));

    /// <summary>A member of a party, by the card.</summary>
    public static ItemKey OfMember(int party, string card) => new(ItemKind.PartyMember, PrefixOf(party) + card);

    /// <summary>What the keys of a party's items begin with.</summary>
    public static string PrefixOf(int party) => PartyNumber.IsValid(party) ? Prefixes[party] : Format(party);

    private static string Format(int party) => party.ToString("00", CultureInfo.InvariantCulture) + "/";

    private static ItemKey? OfCard(int party, string card) => MemberCard.IsValid(card) ? OfParty(ItemKind.PartyMember, party, card) : null;

    private static ItemKey? OfArea(ItemKind kind, int party, string area) => area.Length <= AreaDigitsMax ? OfParty(kind, party, area) : null;

    private static ItemKey? OfParty(ItemKind kind, int party, string rest) => PartyNumber.IsValid(party) ? new ItemKey(kind, PrefixOf(party) + rest) : null;
}
