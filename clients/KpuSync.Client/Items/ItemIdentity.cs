using System.Globalization;
using System.IO.Hashing;
using Google.Protobuf;
using KpuSync.Contracts.V1;

namespace KpuSync.Client.Items;

/// <summary>Which item a change is about, and what it says of it: what the baseline of items goes by.</summary>
/// <param name="Kind">Kind of the change; a removal has the kind of what it removes.</param>
/// <param name="Key">Which item of that kind.</param>
internal readonly record struct ItemIdentity(Change.KindOneofCase Kind, string Key)
{
    /// <summary>The item of a change; null if it is about a voter.</summary>
    public static ItemIdentity? Of(Change change) => change.KindCase switch
    {
        Change.KindOneofCase.ProgressReport => new(change.KindCase, change.ProgressReport.Month),
        Change.KindOneofCase.ProgressPlan => new(change.KindCase, Text(change.ProgressPlan.Year)),
        Change.KindOneofCase.PartyProfile => new(change.KindCase, Text(change.PartyProfile.PartyNumber)),
        Change.KindOneofCase.PartyManagement => new(change.KindCase, Area(change.PartyManagement.PartyNumber, change.PartyManagement.Level, change.PartyManagement.AreaCode)),
        Change.KindOneofCase.PartyOffice => new(change.KindCase, Area(change.PartyOffice.PartyNumber, change.PartyOffice.Level, change.PartyOffice.AreaCode)),
        Change.KindOneofCase.PartyAccount => new(change.KindCase, Area(change.PartyAccount.PartyNumber, change.PartyAccount.Level, change.PartyAccount.AreaCode)),
        Change.KindOneofCase.PartyMember => Member(change.PartyMember.PartyNumber, change.PartyMember.CardNumber),
        Change.KindOneofCase.PartyMemberRemoval => Member(change.PartyMemberRemoval.PartyNumber, change.PartyMemberRemoval.CardNumber),
        Change.KindOneofCase.MembershipStatement => new(change.KindCase, change.MembershipStatement.Nik),
        Change.KindOneofCase.NameComplaint => new(change.KindCase, $"{Text(change.NameComplaint.PartyNumber)}/{change.NameComplaint.Nik}"),
        _ => null,
    };

    /// <summary>A member by party and card.</summary>
    public static ItemIdentity Member(int party, string card) => new(Change.KindOneofCase.PartyMember, $"{Text(party)}/{card}");

    /// <summary>Hash of what a change says, without what stands around it: of a removal the ground alone is kept, whatever the note.</summary>
    public static ulong HashOf(Change change)
    {
        var bare = change.Clone();
        (bare.Reference, bare.EffectiveDate, bare.IfRevision, bare.Corrects) = ("", "", null, null);
        if (bare.KindCase is Change.KindOneofCase.PartyMemberRemoval)
            bare.PartyMemberRemoval.Note = "";
        return XxHash3.HashToUInt64(bare.ToByteArray());
    }

    private static string Area(int party, PartyLevel level, string area) => $"{Text(party)}/{(int)level}/{area}";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
