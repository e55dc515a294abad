using System.Globalization;
using KpuSync.Contracts.V1;
using KpuSync.Core.Parties;
using KpuSync.Rules.Registry;

namespace KpuSync.Core.Access;

/// <summary>Which changes a caller may push into a ledger that is granted. In whose ledger a change stands at all is a rule of the change.</summary>
internal static class ChangeGrants
{
    /// <summary>Null if the caller may push the change.</summary>
    public static Violation? Check(Caller caller, Change change)
    {
        if (!MayPush(caller.Role, change.KindCase))
            return PartyStateRules.ChangeNotGranted.At("", ("role", caller.Role.ToString()));
        return caller.Role is Role.PartyOperator && PartyKeys.PartyOf(change) != caller.Party
            ? PartyStateRules.PartyNotGranted.At("", ("party", caller.Party!.Value.ToString(CultureInfo.InvariantCulture)))
            : null;
    }

    // A kind that the server does not know is parked as such, whoever sends it.
    private static bool MayPush(Role role, Change.KindOneofCase kind) => kind is Change.KindOneofCase.None || role switch
    {
        Role.OfficeOperator => kind is not (Change.KindOneofCase.PartyOffice or Change.KindOneofCase.PartyAccount),

        // Who a party is, and whether it is one of Aceh alone, is the centre's to say.
        Role.PartyOperator => (IsOfOrganisation(kind) && kind is not Change.KindOneofCase.PartyProfile)
            || kind is Change.KindOneofCase.PartyMember or Change.KindOneofCase.PartyMemberRemoval,
        Role.Administrator => IsOfOrganisation(kind),
        _ => false,
    };

    private static bool IsOfOrganisation(Change.KindOneofCase kind) => kind is Change.KindOneofCase.PartyProfile or Change.KindOneofCase.PartyManagement
        or Change.KindOneofCase.PartyOffice or Change.KindOneofCase.PartyAccount;
}
