using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Ledger;
using KpuSync.Core.Register;
using KpuSync.Core.Store;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Duplicates;

/// <summary>Shows cases as a caller may see them: the own side in full, a side out of the caller's range masked.</summary>
public sealed class CaseViews(ICaseReader cases, ILedgerReader ledger)
{
    /// <summary>True if the case has a side in the caller's range.</summary>
    public static bool IsVisible(Caller caller, DuplicateCase duplicate) =>
        duplicate.Sides.Any(s => OfficeGrants.CheckRead(caller, OfficeCode.Parse(s.OfficeCode)) is null);

    /// <summary>The cases with what their sides say now.</summary>
    public async ValueTask<IReadOnlyList<DuplicateCase>> ShowAsync(Caller caller, IReadOnlyList<DuplicateCase> duplicates, CancellationToken ct)
    {
        var keys = duplicates.SelectMany(d => d.Sides).Where(s => s.HeldPosition == 0).Select(CaseShape.KeyOf).Distinct().Order().ToList();
        var registrations = (await cases.RegistrationsAtAsync(keys, ct)).ToDictionary(r => new RegistrationKey(r.Nik, r.Office));
        foreach (var duplicate in duplicates)
        {
            foreach (var side in duplicate.Sides)
                Fill(caller, side, await RecordOfAsync(side, registrations, ct));
            duplicate.Decider = CaseShape.DeciderOf(duplicate).Value;
        }

        return duplicates;
    }

    private async ValueTask<VoterRecord?> RecordOfAsync(CaseSide side, Dictionary<RegistrationKey, Registration> registrations, CancellationToken ct)
    {
        if (side.HeldPosition == 0)
            return registrations.TryGetValue(CaseShape.KeyOf(side), out var registration) ? registration.ParseRecord() : null;
        var entry = (await ledger.EntriesAfterAsync(OfficeCode.Parse(side.OfficeCode), side.HeldPosition - 1, 1, ct))[0];
        var change = BatchBlob.Unpack(entry.Payload).Parse(side.HeldIndex);
        return change.VoterUpsert?.Voter ?? change.VoterNikChange?.Voter;
    }

    private static void Fill(Caller caller, CaseSide side, VoterRecord? record)
    {
        var isOwn = OfficeGrants.CheckRead(caller, OfficeCode.Parse(side.OfficeCode)) is null;
        side.Masked = !isOwn || !OfficeGrants.SeesFullRecords(caller);
        side.Name = record is null ? "" : isOwn ? record.Name : MaskName(record.Name);
        if (side.Masked)
        {
            side.Nik = Nik.Parse(side.Nik).ToString();
            return;
        }

        (side.BirthDate, side.VillageCode, side.PollingStation) = (record?.BirthDate ?? "", record?.VillageCode ?? "", record?.PollingStation ?? 0);
    }

    // First letters, so that two offices on the telephone know whom they talk about.
    private static string MaskName(string name) =>
        string.Join(' ', name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word[0] + "***"));
}
