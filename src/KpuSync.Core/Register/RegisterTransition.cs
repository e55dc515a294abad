using Google.Protobuf;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Register;

/// <summary>What an applied change does to the register. Pushing and rebuilding both go through here, so that they cannot differ.</summary>
public static class RegisterTransition
{
    /// <summary>Applies a change that was decided to be APPLIED.</summary>
    /// <param name="register">Where registrations are read and put.</param>
    /// <param name="change">The change; its key is readable.</param>
    /// <param name="position">Position of its entry.</param>
    /// <param name="index">Its place in the entry.</param>
    /// <param name="effectiveDate">The day from which it holds, resolved.</param>
    public static void Apply(IRegister register, Change change, long position, int index, DateOnly effectiveDate)
    {
        switch (change.KindCase)
        {
            case Change.KindOneofCase.VoterUpsert:
                Put(register, change.VoterUpsert.Voter, change.VoterUpsert.Verification, position, index, effectiveDate, before: null);
                break;
            case Change.KindOneofCase.VoterRemoval:
                Remove(register, change.VoterRemoval, position, index, effectiveDate);
                break;
            case Change.KindOneofCase.VoterNikChange:
                var old = register.Find(Nik.Parse(change.VoterNikChange.OldNik));
                Put(register, change.VoterNikChange.Voter, change.VoterNikChange.Verification, position, index, effectiveDate, old);
                register.Delete(Nik.Parse(change.VoterNikChange.OldNik));
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
        IRegister register, VoterRecord voter, Verification? verification, long position, int index, DateOnly effectiveDate, Registration? before)
    {
        var nik = Nik.Parse(voter.Nik);
        var verified = verification is not null || (before ?? register.Find(nik))?.Verified == true;
        register.Put(new Registration
        {
            Office = register.Office,
            Nik = nik,
            Ground = RemovalGround.Unspecified,
            Position = position,
            Index = index,
            EffectiveDate = effectiveDate,
            Verified = verified,
            Record = voter.ToByteArray(),
        });
    }

    private static void Remove(IRegister register, VoterRemoval removal, long position, int index, DateOnly effectiveDate)
    {
        var nik = Nik.Parse(removal.Nik);
        var registration = register.Find(nik) ?? throw new InvalidOperationException("A removal was applied to nobody.");
        register.Put(registration with
        {
            Ground = removal.Ground,
            Position = position,
            Index = index,
            EffectiveDate = effectiveDate,
            DecidedCase = removal.DecidedCaseId > 0 ? removal.DecidedCaseId : null,
        });
    }
}
