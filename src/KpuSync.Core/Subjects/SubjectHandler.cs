using System.Runtime.CompilerServices;
using Google.Protobuf.WellKnownTypes;
using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Duplicates;
using KpuSync.Core.Ledger;
using KpuSync.Core.Parties;
using KpuSync.Core.Register;
using KpuSync.Core.Settlements;
using KpuSync.Core.Store;
using KpuSync.Rules.Chain;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Subjects;

/// <summary>Answers a data subject with everything that names the person in a range, and with who has read it.</summary>
public sealed class SubjectHandler(ILedgerReader ledger, ICaseReader cases, IAccessTrailReader trail)
{
    private const int PageEntries = 64;

    /// <summary>Null if the caller may ask; the person's number otherwise stays unread.</summary>
    public static SyncError? Check(Caller caller, ReadSubjectRequest request)
    {
        if (caller.Role is not Role.Administrator)
            return SyncError.Of(ErrorReason.RoleNotAllowed);
        if (!OfficeCode.TryParse(request.Range, out var range))
            return SyncError.RequestInvalid("range");
        if (OfficeGrants.CheckRead(caller, range) is { } notGranted)
            return notGranted;
        return Nik.TryParse(request.Nik, out _) ? null : SyncError.RequestInvalid("nik");
    }

    /// <summary>Everything, as it is found. Call <see cref="Check"/> first.</summary>
    public async IAsyncEnumerable<ReadSubjectResponse> ReadAsync(ReadSubjectRequest request, [EnumeratorCancellation] CancellationToken ct)
    {
        var range = OfficeCode.Parse(request.Range);
        var numbers = new HashSet<Nik> { Nik.Parse(request.Nik) };
        var entries = await FindEntriesAsync(range, numbers, ct);
        var registrations = (await cases.RegistrationsOfAsync([.. numbers.Order()], ct)).Where(r => OfficeGrants.Covers(range, r.Office)).ToList();
        foreach (var registration in registrations)
            yield return new ReadSubjectResponse { Registration = Show(registration) };
        foreach (var entry in entries)
            yield return new ReadSubjectResponse { Entry = entry };
        foreach (var claim in (await cases.ClaimsOnAsync([.. numbers.Order()], ct)).Where(c => OfficeGrants.Covers(range, c.Owner)))
            yield return new ReadSubjectResponse { Claim = new SubjectClaim { OwnerOfficeCode = claim.Owner.Value, Claim = claim.ToNotice() } };
        foreach (var found in await cases.CasesOfAsync([.. registrations.Select(r => new RegistrationKey(r.Nik, r.Office)).Order()], ct))
            yield return new ReadSubjectResponse { DuplicateCase = new CaseNotice { CaseId = found.CaseId, Class = found.Class, Reach = found.Reach, State = found.State } };

        var offices = registrations.Select(r => r.Office).Concat(entries.Select(e => OfficeCode.Parse(e.OfficeCode))).Distinct().Order().ToList();
        await foreach (var reading in trail.ReadingsOfAsync(offices, ct))
            yield return new ReadSubjectResponse { Reading = Show(reading) };
    }

    // A number that was corrected leads to another one, which may stand in an entry before: read on until no new one turns up.
    private async Task<List<SubjectEntry>> FindEntriesAsync(OfficeCode range, HashSet<Nik> numbers, CancellationToken ct)
    {
        while (true)
        {
            var known = numbers.Count;
            var found = new List<SubjectEntry>();
            foreach (var head in await ledger.HeadsOfAsync(range, ct))
                await ReadLedgerAsync(head.Office, numbers, found, ct);
            if (numbers.Count == known)
                return found;
        }
    }

    private async Task ReadLedgerAsync(OfficeCode office, HashSet<Nik> numbers, List<SubjectEntry> found, CancellationToken ct)
    {
        for (var position = 0L; ;)
        {
            var page = await ledger.EntriesAfterAsync(office, position, PageEntries, ct);
            if (page.Count == 0)
                return;
            foreach (var entry in page.Where(e => e.Kind is EntryKind.Batch or EntryKind.Settlement))
                ReadEntry(entry, numbers, found);
            position = page[^1].Position;
        }
    }

    private static void ReadEntry(LedgerEntry entry, HashSet<Nik> numbers, List<SubjectEntry> found)
    {
        var changes = entry.Kind is EntryKind.Settlement ? StoredSettlement.Of(entry).Changes : BatchBlob.Unpack(entry.Payload);
        for (var i = 0; i < changes.Changes.Count; i++)
        {
            var change = changes.Parse(i);
            var (nik, oldNik) = ChangeKeys.Of(change);
            if (!(nik is { } named && numbers.Contains(named)) && !(oldNik is { } old && numbers.Contains(old)) && !NamesInParties(change, numbers))
                continue;

            // Only a correction that was applied says that both numbers are one person; a refused one may have named somebody else's.
            if ((OutcomeStatus)entry.Statuses[i] is OutcomeStatus.Applied)
                numbers.UnionWith(new[] { nik, oldNik }.OfType<Nik>());
            found.Add(new SubjectEntry
            {
                OfficeCode = entry.Office.Value,
                Position = entry.Position,
                Index = i,
                CommitTime = Timestamp.FromDateTimeOffset(DateTimeOffset.FromUnixTimeMilliseconds(entry.CommitTimeMilliseconds)),
                Actor = entry.Actor,
                Change = change,
                Status = (OutcomeStatus)entry.Statuses[i],
            });
        }
    }

    private static bool NamesInParties(Change change, HashSet<Nik> numbers) => PartyKeys.PersonOf(change) is { } person && numbers.Contains(person);

    private static SubjectRegistration Show(Registration registration) => new()
    {
        OfficeCode = registration.Office.Value,
        Voter = registration.ParseRecord(),
        Ground = registration.Ground,
        EffectiveDate = IsoDate.Text(registration.EffectiveDate),
        Revision = new Revision { Position = registration.Position, Index = registration.Index },
    };

    private static SubjectReading Show(AccessRecord reading) => new()
    {
        ReadTime = Timestamp.FromDateTimeOffset(reading.Time),
        OfficeCode = reading.Office,
        CredentialId = reading.CredentialId,
        Role = reading.Role,
        Call = reading.Call,
        Range = reading.Range,
    };
}
