using KpuSync.Contracts.V1;
using KpuSync.Core.Ledger;
using KpuSync.Core.Register;
using KpuSync.Core.Settlements;
using KpuSync.Rules.Chain;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Registry;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Duplicates;

/// <summary>What a page of an office's ledger says that may concern others: read once, in order.</summary>
internal sealed class PageEvents
{
    private readonly HashSet<Nik> _touched = [];

    private PageEvents(OfficeCode office) => Office = office;

    /// <summary>Whose ledger.</summary>
    public OfficeCode Office { get; }

    /// <summary>Everybody whose registration changed.</summary>
    public IReadOnlyCollection<Nik> Touched => _touched;

    /// <summary>Who goes on under another number.</summary>
    public List<(Nik From, Nik To)> Renumbered { get; } = [];

    /// <summary>Who went to another office with the village: seen from either of the two ledgers.</summary>
    public List<(RegistrationKey From, RegistrationKey To)> Transferred { get; } = [];

    /// <summary>What is said about other offices' voters.</summary>
    public List<ClaimEvent> Claims { get; } = [];

    /// <summary>Held changes whose number is active for somebody else.</summary>
    public List<(Nik Nik, long Position, int Index)> OtherPeople { get; } = [];

    /// <summary>Held changes that were settled.</summary>
    public List<(Nik Nik, long Position, int Index)> EndedHolds { get; } = [];

    /// <summary>Claims that the office denied.</summary>
    public List<string> Denied { get; } = [];

    /// <summary>Parties whose profile the centre has since the page.</summary>
    public List<(int Party, long Position)> Profiles { get; } = [];

    /// <summary>Everybody who is named.</summary>
    public IReadOnlyCollection<Nik> Everybody => [.. _touched.Union(Claims.Select(c => c.Nik)).Order()];

    /// <summary>Changes in the page.</summary>
    public int Changes { get; private set; }

    public static PageEvents Of(OfficeCode office, IEnumerable<LedgerEntry> entries)
    {
        var events = new PageEvents(office);
        foreach (var entry in entries)
        {
            if (entry.Kind is EntryKind.Batch)
                events.ReadBatch(entry);
            else if (entry.Kind is EntryKind.Settlement)
                events.ReadSettlement(entry);
        }

        return events;
    }

    /// <summary>Somebody must be looked at again, though no registration changed.</summary>
    public void Touch(Nik nik) => _touched.Add(nik);

    private void ReadBatch(LedgerEntry entry)
    {
        var changes = BatchBlob.Unpack(entry.Payload);
        var held = Receipt.Parser.ParseFrom(entry.Receipt).Outcomes
            .Where(o => o.Status is OutcomeStatus.Held && o.Violations.Any(v => v.Code == StateRules.NikOtherPerson.Code)).Select(o => o.Index).ToHashSet();
        for (var i = 0; i < entry.Statuses.Length; i++)
            Read(entry, changes.Parse(i), (OutcomeStatus)entry.Statuses[i], i, held.Contains(i));
    }

    private void ReadSettlement(LedgerEntry entry)
    {
        var stored = StoredSettlement.Of(entry);
        if (stored.Act.ClaimAnswered is { Confirmed: false } denied)
            Denied.Add(denied.ClaimId);
        for (var i = 0; i < stored.Statuses.Length; i++)
        {
            var change = stored.Changes.Parse(i);
            var isReplayed = stored.Act.ChangesReplayed is not null;
            if (!isReplayed && stored.Act.Origins[i] is { Position: > 0 } origin && ChangeKeys.Of(change).Registered is { } nik)
                EndedHolds.Add((nik, origin.Position, origin.Index));
            if (stored.Act.RegionTransferred is { } region && region.FromOfficeCode != region.ToOfficeCode && ChangeKeys.Of(change).Nik is { } voter)
            {
                Transferred.Add((
                    new RegistrationKey(voter, OfficeCode.Parse(region.FromOfficeCode)), new RegistrationKey(voter, OfficeCode.Parse(region.ToOfficeCode))));
            }

            var isOtherPerson = stored.Statuses[i] is OutcomeStatus.Held && stored.ViolationsOf(i).Any(v => v.Code == StateRules.NikOtherPerson.Code);

            // A parked change that is held from then on is so where it came.
            if (isOtherPerson && isReplayed && ChangeKeys.Of(change).Registered is { } taken)
                OtherPeople.Add((taken, stored.Act.Origins[i].Position, stored.Act.Origins[i].Index));
            Read(entry, change, stored.Statuses[i], i, isOtherPerson && !isReplayed);
        }
    }

    private void Read(LedgerEntry entry, Change change, OutcomeStatus status, int index, bool isOtherPerson)
    {
        Changes++;
        var (nik, oldNik) = ChangeKeys.Of(change);
        if (isOtherPerson && (oldNik ?? nik) is { } taken)
            OtherPeople.Add((taken, entry.Position, index));
        if (status is OutcomeStatus.Applied && change.PartyProfile is { } profile)
            Profiles.Add((profile.PartyNumber, entry.Position));
        if (status is not OutcomeStatus.Applied || nik is not { } person)
            return;
        if (change.KindCase is not Change.KindOneofCase.VoterClaim)
            _touched.Add(person);
        if (oldNik is { } old)
        {
            _touched.Add(old);
            Renumbered.Add((old, person));
        }

        if (ClaimOf(change, person, entry, index) is { } claim)
            Claims.Add(claim);
    }

    private static ClaimEvent? ClaimOf(Change change, Nik nik, LedgerEntry entry, int index)
    {
        var (kind, owner) = change switch
        {
            { VoterClaim: { } claim } => (ClaimKind.Deceased, claim.OwnerOfficeCode),
            { VoterUpsert: { PreviousOfficeCode.Length: > 0 } movedIn } => (ClaimKind.MovedAway, movedIn.PreviousOfficeCode),
            _ => default,
        };
        if (kind is ClaimKind.Unspecified)
            return null;
        var officeDay = OfficeCalendar.DayIn(entry.Office, DateTimeOffset.FromUnixTimeMilliseconds(entry.CommitTimeMilliseconds));
        return new ClaimEvent(
            OfficeCode.Parse(owner), nik, kind, entry.Position, index, RegisterTransition.EffectiveDateOf(change, officeDay), entry.CommitTimeMilliseconds);
    }
}

/// <summary>Something that the office of a page says about another office's voter.</summary>
/// <param name="Owner">The office that is said to have the voter.</param>
/// <param name="Nik">The voter.</param>
/// <param name="Kind">What is said.</param>
/// <param name="Position">Position of the entry.</param>
/// <param name="Index">The change's place in it.</param>
/// <param name="EffectiveDate">Day from which it is said to hold.</param>
/// <param name="TimeMilliseconds">When it was said, milliseconds since 1970 UTC.</param>
internal sealed record ClaimEvent(OfficeCode Owner, Nik Nik, ClaimKind Kind, long Position, int Index, DateOnly EffectiveDate, long TimeMilliseconds);
