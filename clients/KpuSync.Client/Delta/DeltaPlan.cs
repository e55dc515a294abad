using System.Globalization;
using System.Runtime.InteropServices;
using KpuSync.Client.Exports;
using KpuSync.Client.Findings;
using KpuSync.Client.State;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Registry;
using KpuSync.Rules.Values;
using KpuSync.Rules.Voters;

namespace KpuSync.Client.Delta;

/// <summary>The difference between a surveyed export and the baseline, as changes in the order of the rows.</summary>
/// <remarks>With <c>asState</c> the rows say what the register should hold, also for voters that the server has lost.</remarks>
internal sealed class DeltaPlan(
    BaselineTable table, ExportSurvey survey, UnappliedChanges unapplied, RowParser parser, FindingLog log, ExportSource source, PushOptions options, bool asState)
{
    private readonly ExportRow _row = new();
    private readonly List<Violation> _faults = [];
    private readonly HashSet<int> _renumbered = [];
    private readonly HashSet<int> _doneRepeats = [];

    private long _unchanged;
    private long _upserts;
    private long _removals;
    private long _nikChanges;
    private long _claims;
    private long _gone;
    private long _unreadable;
    private long _notAppliedBefore;

    /// <summary>Active voters that the changes so far remove.</summary>
    public RemovalTally Tally { get; } = new(table);

    /// <summary>Rows that say what the baseline says, but in other words than before: NIK and hash.</summary>
    public List<(long Nik, ulong RowHash)> Touched { get; } = [];

    /// <summary>Not-applied changes whose row now says what the register says, so that nothing is left to send.</summary>
    public List<ChangePlace> Settled { get; } = [];

    public DeltaCounts Counts => new(
        survey.Rows,
        survey.Unchanged + _unchanged,
        _upserts,
        _removals,
        _nikChanges,
        _gone,
        survey.Unreadable + _unreadable,
        _notAppliedBefore,
        _claims);

    /// <summary>The changes. Counts, findings and tally are complete when all were taken.</summary>
    public IEnumerable<PlannedChange> Changes()
    {
        foreach (var (handle, index) in survey.Candidates)
        {
            PlannedChange? planned = null;
            if (!table.SeenOf(index).IsRepeated)
                planned = Plan(handle, -1, index, survey.Spool.HashOf(handle));
            else if (_doneRepeats.Add(index))
                planned = PlanRepeated(index);
            if (planned is { } change)
                yield return change;
        }

        if (!options.Complete || options.GoneAs is not { } ground)
            yield break;
        if (survey.Guard.Unidentified is > 0 and var unidentified)
        {
            log.Add(new RowFinding(source, 0, [FileRules.GoneUncertain.At("", ("rows", Number(unidentified)))], []));
            yield break;
        }

        for (var index = 0; index < table.Count; index++)
        {
            if (PlanGone(index, ground) is { } change)
                yield return change;
        }
    }

    private PlannedChange? PlanRepeated(int index)
    {
        var rows = survey.RepeatsOf(index);
        if (rows.Count == 2 && rows.Count(r => r.Ket == '8') == 1 && rows.Count(r => r.Ket == 'B') == 1)
        {
            var from = rows.Single(r => r.Ket == '8');
            var to = rows.Single(r => r.Ket == 'B');
            if (to.Handle >= 0 && from.Handle >= 0)
                return Plan(to.Handle, from.Handle, index, PairHash(survey.Spool.HashOf(from.Handle), survey.Spool.HashOf(to.Handle)));

            // One of the two was recognised: the register has the new polling station already.
            _unchanged++;
            return null;
        }

        foreach (var row in rows)
        {
            var other = rows.First(r => r.Row != row.Row);
            var violation = FileRules.NikRepeated.At(
                "voter_upsert.voter.nik", ("first_row", Number(Math.Min(row.Row, other.Row))), ("second_row", Number(Math.Max(row.Row, other.Row))));
            AddUnreadable(row.Handle, row.Row, [violation], other.Row);
        }

        return null;
    }

    private PlannedChange? Plan(int handle, int second, int index, ulong hash)
    {
        ref readonly var entry = ref table[index];
        if (second >= 0 && hash == entry.RowHash && entry.State.IsKnown)
        {
            _unchanged += 2;
            return null;
        }

        var before = unapplied.OfNik(table.NikOf(index));
        if (before is not null && before.RowHash == hash && !options.RetryNotApplied && !options.OpeningBalance)
        {
            AddAgain(handle, before);
            return null;
        }

        survey.Spool.Read(handle, _row);
        _faults.Clear();
        var parsed = new ParsedRow();
        parser.Parse(_row, parsed, _faults);
        if (second < 0 && parsed.Ket is { Kind: KetKind.PollingStationWrong })
            _faults.Add(FileRules.Ket8WithoutB.At("voter_upsert.reason"));
        if (_faults.Count > 0)
        {
            AddUnreadable(handle, _row.Number, [.. _faults], 0);
            return null;
        }

        var change = Decide(parsed, index, second >= 0);
        if (before is { IsOfTakenNumber: true } && change is not { KindCase: Change.KindOneofCase.VoterNikChange })
            before = null;
        if (change is null)
        {
            _unchanged += second >= 0 ? 2 : 1;
            Touched.Add((table.NikOf(index), hash));
            if (before is not null)
                Settled.Add(before.Place);
            return null;
        }

        change.Reference = Number(_row.Number);
        change.EffectiveDate = parsed.EffectiveDate;
        change.Corrects = CorrectionOf(parsed, before);
        return new PlannedChange(change, hash, handle, second);
    }

    // Null if the baseline says so already.
    private Change? Decide(ParsedRow parsed, int index, bool isPair)
    {
        ref readonly var entry = ref table[index];
        if (parsed.Ket is { Kind: KetKind.Removal } removal)
        {
            if (entry.State.IsRemoved && entry.State.Ground == removal.Ground)
                return null;

            // Of a voter whom the row itself calls another office's, that office has to hear.
            if (!entry.State.IsActive && parsed.PreviousOffice.Length > 0 && removal.Ground is RemovalGround.Deceased)
            {
                _claims++;
                return new Change { VoterClaim = new VoterClaim { Nik = parsed.Nik, OwnerOfficeCode = parsed.PreviousOffice } };
            }

            _removals++;
            Tally.Add(index);
            return new Change { VoterRemoval = new VoterRemoval { Nik = parsed.Nik, Ground = removal.Ground } };
        }

        var voter = parsed.Voter!;
        var old = OldNikOf(parsed, index);
        if (old.Length > 0)
        {
            _nikChanges++;
            return new Change { VoterNikChange = new VoterNikChange { OldNik = old, Voter = voter, Verification = parsed.Verification } };
        }

        if (entry.State.IsActive && entry.RecordHash == RecordHash.Of(voter))
            return null;
        _upserts++;
        return new Change
        {
            VoterUpsert = new VoterUpsert
            {
                Reason = ReasonOf(parsed, isPair, entry.State),
                Voter = voter,
                PreviousOfficeCode = parsed.PreviousOffice,
                Verification = parsed.Verification,
                DecidedCaseId = parsed.DecidedCase,
                MinutesNumber = options.OpeningBalance ? options.MinutesNumber ?? "" : "",
            },
        };
    }

    private UpsertReason ReasonOf(ParsedRow parsed, bool isPair, VoterState known) => parsed.Ket switch
    {
        // The server lost whom the row changes: the row itself is all there is of the voter.
        _ when asState && !known.IsKnown && !options.OpeningBalance && (isPair || parsed.Ket is { Kind: not KetKind.New }) => UpsertReason.State,
        _ when isPair => UpsertReason.PollingStationCorrected,
        _ when options.OpeningBalance => UpsertReason.OpeningBalance,
        null => UpsertReason.State,
        { Kind: KetKind.New } => parsed.MovedIn ? UpsertReason.NewMovedIn : UpsertReason.NewFirstTime,
        _ => UpsertReason.Changed,
    };

    // The number that the row's NIK corrects: as the row says, or because the office's own row id is known under another number
    // that the export no longer has.
    private string OldNikOf(ParsedRow parsed, int index)
    {
        ref readonly var entry = ref table[index];
        if (parsed.OldNik.Length > 0 && parsed.OldNik != parsed.Nik)
        {
            if (!VoterState.TryKey(parsed.OldNik, out var named))
                return "";
            var namedIndex = table.Find(named);
            var oldIsActive = namedIndex >= 0 && table[namedIndex].State.IsActive;
            var oldIsLost = asState && (namedIndex < 0 || !table[namedIndex].State.IsKnown);
            if (oldIsLost || (entry.State.IsActive && !oldIsActive))
                return "";
            if (namedIndex >= 0)
                _renumbered.Add(namedIndex);
            return parsed.OldNik;
        }

        if (entry.State.IsActive || parsed.Ket is { Kind: KetKind.New })
            return "";
        var known = table.FindActiveByDpid(VoterState.DpidNumber(parsed.Voter!.Dpid));
        if (known < 0 || known == index || table.SeenOf(known).Row != 0 || !_renumbered.Add(known))
            return "";
        return Nik.FromTrusted(table.NikOf(known)).ToFullText();
    }

    private ChangeRef? CorrectionOf(ParsedRow parsed, UnappliedChange? before)
    {
        var place = parsed.Correction
            ?? before?.Place
            ?? (parsed.Voter is null ? null : unapplied.OfDpid(VoterState.DpidNumber(parsed.Voter.Dpid))?.Place)
            ?? MistakenNikOfSameRow()?.Place;
        return place is { } found ? new ChangeRef { Sequence = found.Sequence, Index = found.Index } : null;
    }

    // The row was not applied under a NIK that no row has now: that number was the mistake.
    private UnappliedChange? MistakenNikOfSameRow() =>
        unapplied.OfRow(source.Name, _row.Number) is { } found && table.Find(found.Nik) is var index && (index < 0 || table.SeenOf(index).Row == 0)
            ? found
            : null;

    private PlannedChange? PlanGone(int index, RemovalGround ground)
    {
        ref readonly var entry = ref table[index];
        if (!entry.State.IsActive || table.SeenOf(index).Row != 0 || _renumbered.Contains(index) || survey.Guard.Protects(index))
            return null;
        var hash = (ulong)ground;
        var before = unapplied.OfNik(entry.Nik);
        if (before is not null && before.RowHash == hash && !options.RetryNotApplied)
        {
            AddAgain(-1, before);
            return null;
        }

        _gone++;
        Tally.Add(index);
        var change = new Change { VoterRemoval = new VoterRemoval { Nik = Nik.FromTrusted(entry.Nik).ToFullText(), Ground = ground } };
        if (before is { IsOfTakenNumber: false })
            change.Corrects = new ChangeRef { Sequence = before.Place.Sequence, Index = before.Place.Index };
        return new PlannedChange(change, hash);
    }

    private void AddAgain(int handle, UnappliedChange before)
    {
        _notAppliedBefore++;
        log.Add(new RowFinding(source, handle < 0 ? 0 : survey.Spool.RowOf(handle), before.Outcome.Violations, PackedOf(handle))
        {
            Status = before.Outcome.Status,
            Place = before.Place,
            Again = true,
        });
    }

    private void AddUnreadable(int handle, int row, IReadOnlyList<Violation> violations, int otherRow)
    {
        _unreadable++;
        log.Add(new RowFinding(source, row, violations, PackedOf(handle)) { OtherRow = otherRow });
    }

    private IReadOnlyList<byte[]> PackedOf(int handle) => handle < 0 ? [] : [survey.Spool.Packed(handle).ToArray()];

    private static ulong PairHash(ulong from, ulong to)
    {
        Span<ulong> both = [from, to];
        return System.IO.Hashing.XxHash3.HashToUInt64(MemoryMarshal.AsBytes(both));
    }

    private static string Number(int row) => row.ToString(CultureInfo.InvariantCulture);
}
