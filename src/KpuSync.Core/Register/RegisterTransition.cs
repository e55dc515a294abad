using Google.Protobuf;
using KpuSync.Contracts.V1;
using KpuSync.Core.Recap;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Register;

/// <summary>What an applied change does to the register. Pushing and rebuilding both go through here, so that they cannot differ.</summary>
public static class RegisterTransition
{
    /// <summary>Applies a change that was decided to be APPLIED.</summary>
    /// <param name="register">Where registrations are read and put, and the recap is counted.</param>
    /// <param name="change">The change; its key is readable.</param>
    /// <param name="position">Position of its entry.</param>
    /// <param name="index">Its place in the entry.</param>
    /// <param name="officeDay">The office's day when it is applied.</param>
    public static void Apply(IRegister register, Change change, long position, int index, DateOnly officeDay)
    {
        var at = new Moment(position, index, EffectiveDateOf(change, officeDay), officeDay);
        switch (change.KindCase)
        {
            case Change.KindOneofCase.VoterUpsert:
                var upsert = change.VoterUpsert;
                Put(register, upsert.Voter, upsert.Verification is not null || upsert.Verified, upsert.Reason, register.Find(Nik.Parse(upsert.Voter.Nik)), at);
                break;
            case Change.KindOneofCase.VoterRemoval:
                Remove(register, change.VoterRemoval, at);
                break;
            case Change.KindOneofCase.VoterNikChange:
                var correction = change.VoterNikChange;
                var oldNik = Nik.Parse(correction.OldNik);
                Put(register, correction.Voter, correction.Verification is not null, UpsertReason.Unspecified, register.Find(oldNik), at);
                register.Delete(oldNik);
                break;
            case Change.KindOneofCase.VoterClaim:
                // Said about another office's voter: it stands in the ledger, and this register has nothing to do with it.
                break;
            default:
                throw new InvalidOperationException($"A change of kind {change.KindCase} cannot be applied.");
        }
    }

    /// <summary>The day from which a change holds: its own, or the office's day when it is applied.</summary>
    public static DateOnly EffectiveDateOf(Change change, DateOnly officeDay) =>
        IsoDate.TryParse(change.EffectiveDate, out var date) ? date : officeDay;

    private static void Put(
        IRegister register, VoterRecord voter, bool isVerified, UpsertReason reason, Registration? before, in Moment at)
    {
        register.Put(new Registration
        {
            Office = register.Office,
            Nik = Nik.Parse(voter.Nik),
            Ground = RemovalGround.Unspecified,
            Position = at.Position,
            Index = at.Index,
            EffectiveDate = at.EffectiveDate,
            Verified = isVerified || SamePerson.IsVerified(before, voter),
            EnteredAs = CountPut(TallyOf(register, at), voter, reason, before),
            Record = voter.ToByteArray(),
        });
    }

    // Answers under which measure the voter entered: taking the entry back must take it out of that one again.
    private static Measure CountPut(RegisterTally tally, VoterRecord voter, UpsertReason reason, Registration? before)
    {
        if (before is { IsActive: true })
        {
            tally.Change(before.ParseRecord(), voter, reason);
            return before.EnteredAs;
        }

        if (before is not null && reason is UpsertReason.Reverted)
        {
            tally.Return(before, voter);
            return before.EnteredAs;
        }

        var entry = Measures.EntryOf(reason);
        tally.Enter(entry, voter);
        return entry;
    }

    private static void Remove(IRegister register, VoterRemoval removal, in Moment at)
    {
        var registration = register.Find(Nik.Parse(removal.Nik)) ?? throw new InvalidOperationException("A removal was applied to nobody.");
        TallyOf(register, at).Remove(registration, removal.Ground);
        register.Put(registration with
        {
            Ground = removal.Ground,
            Position = at.Position,
            Index = at.Index,
            EffectiveDate = at.EffectiveDate,
            DecidedCase = removal.DecidedCaseId > 0 ? removal.DecidedCaseId : null,
        });
    }

    private static RegisterTally TallyOf(IRegister register, in Moment at) =>
        new(register, at.OfficeDay, register.IsInClosedPeriod(at.EffectiveDate));

    private readonly record struct Moment(long Position, int Index, DateOnly EffectiveDate, DateOnly OfficeDay);
}
