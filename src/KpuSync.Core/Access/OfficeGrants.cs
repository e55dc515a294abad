using KpuSync.Contracts.V1;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Access;

/// <summary>Who may do what, decided from the credential before anything about an office is looked at.</summary>
public static class OfficeGrants
{
    /// <summary>Null if the caller may push into the office's ledger and read its receipts as its producer. Which changes is for <see cref="ChangeGrants"/>.</summary>
    /// <param name="caller">Who pushes.</param>
    /// <param name="office">Code of the office, as it was sent.</param>
    /// <param name="regions">The catalogue of today.</param>
    public static SyncError? CheckPush(Caller caller, string office, RegionCatalogue regions)
    {
        var isGranted = caller.Role switch
        {
            Role.OfficeOperator => caller.Office.Kind is OfficeKind.Regency && caller.Office.Value == office,
            Role.PartyOperator when caller.Party is not null => OfficeCode.TryParse(office, out var code) && IsPartysLedger(caller.Office, code, regions),
            // Whoever administers the nation keeps its party data.
            Role.Administrator when caller.Office.Kind is OfficeKind.Centre => office == OfficeCode.Centre.Value,
            _ => (bool?)null,
        };
        return isGranted switch
        {
            true => null,
            false => NotGranted(office),
            null => SyncError.Of(ErrorReason.RoleNotAllowed),
        };
    }

    /// <summary>Null if the caller may read the ledger of the office, or of every office in the range that it names.</summary>
    public static SyncError? CheckRead(Caller caller, OfficeCode range)
    {
        return Covers(caller.Office, range) && caller.Role is not Role.PartyOperator ? null : SyncError.Of(ErrorReason.RangeNotGranted);
    }

    /// <summary>Null if the caller may settle holds and claims of the office: its own operator, or an administrator whose range has it.</summary>
    public static SyncError? CheckSettle(Caller caller, string office)
    {
        if (caller.Role is not (Role.OfficeOperator or Role.Administrator))
            return SyncError.Of(ErrorReason.RoleNotAllowed);
        return OfficeCode.TryParse(office, out var code) && code.Kind is not OfficeKind.Province && Covers(caller.Office, code) ? null : NotGranted(office);
    }

    /// <summary>Null if the caller may close and reopen recap periods of the office, province or centre: its own operator, or an administrator whose range has it.</summary>
    public static SyncError? CheckClose(Caller caller, OfficeCode office)
    {
        if (caller.Role is not (Role.OfficeOperator or Role.Administrator))
            return SyncError.Of(ErrorReason.RoleNotAllowed);
        return Covers(caller.Office, office) ? null : SyncError.Of(ErrorReason.RangeNotGranted);
    }

    /// <summary>
    /// Null if the caller may issue and revoke credentials of the office and role: an administrator whose range has the office. Another administrator is
    /// the centre's to name.
    /// </summary>
    public static SyncError? CheckIssue(Caller caller, OfficeCode office, Role role)
    {
        if (caller.Role is not Role.Administrator || (role is Role.Administrator && caller.Office.Kind is not OfficeKind.Centre))
            return SyncError.Of(ErrorReason.RoleNotAllowed);
        return Covers(caller.Office, office) ? null : NotGranted(office.Value);
    }

    /// <summary>Null if the caller may replay and discard what is parked in the office, or in every office of the range: an administrator whose range has it.</summary>
    public static SyncError? CheckReplay(Caller caller, OfficeCode range)
    {
        if (caller.Role is not Role.Administrator)
            return SyncError.Of(ErrorReason.RoleNotAllowed);
        return Covers(caller.Office, range) ? null : NotGranted(range.Value);
    }

    /// <summary>True if a range has the office in it.</summary>
    public static bool Covers(OfficeCode range, OfficeCode office) => range.Kind switch
    {
        OfficeKind.Centre => true,
        OfficeKind.Province => office.Kind is not OfficeKind.Centre && office.ProvinceCode == range.ProvinceCode,
        _ => office == range,
    };

    /// <summary>The regency and city offices of a range, in code order.</summary>
    public static IReadOnlyList<OfficeCode> OfficesIn(OfficeCode range) =>
        [.. RegionCatalogue.Default.Offices.Select(o => OfficeCode.FromTrusted(o.Code)).Where(office => Covers(range, office)).Order()];

    /// <summary>True if the caller gets full records; others get identity numbers, birth dates and disabilities masked.</summary>
    public static bool SeesFullRecords(Caller caller) => caller.Role is Role.OfficeOperator or Role.Administrator or Role.Auditor;

    // Those of regencies that exist, and for the party's centre the nation's.
    private static bool IsPartysLedger(OfficeCode range, OfficeCode office, RegionCatalogue regions) =>
        Covers(range, office) && (office == OfficeCode.Centre || regions.ContainsRegency(office.Value));

    // The code is repeated only if it has the form of one: the text came from outside.
    private static SyncError NotGranted(string office) =>
        SyncError.Of(ErrorReason.OfficeNotGranted, ("office", OfficeCode.TryParse(office, out var code) ? code.Value : "?"));
}
