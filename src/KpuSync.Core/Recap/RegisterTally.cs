using KpuSync.Contracts.V1;
using KpuSync.Core.Register;

namespace KpuSync.Core.Recap;

/// <summary>
/// Counts what changes of the register mean for the recap. Called by the one place that changes registers, so that whoever causes a change (a batch,
/// a settlement, a replay) is counted, and a rebuild counts the same. It only adds; nothing is read but the registration before and after.
/// </summary>
/// <param name="register">Where the counts are added.</param>
/// <param name="day">The office's calendar day on which the change is applied: there it counts, whatever its effective date.</param>
/// <param name="isCorrection">True if its effective date lies in a period that is closed: then it also shows as a correction.</param>
internal readonly struct RegisterTally(IRegister register, DateOnly day, bool isCorrection)
{
    /// <summary>A voter enters who was not there, or had been removed.</summary>
    public void Enter(Measure measure, VoterRecord voter)
    {
        Count(measure, Place.Of(voter), 1);
        Correct(Measure.CorrectionEntered, Place.Of(voter));
    }

    /// <summary>A removal is taken back: it counts as if it had never been, where it was counted.</summary>
    public void Return(Registration removed, VoterRecord voter)
    {
        var before = removed.ParseRecord();
        Remove(removed.Ground, removed.EnteredAs, Place.Of(before), -1);
        Compare(Place.Of(before), Place.Of(voter), 1, isCounted: false);
        Correct(Measure.CorrectionEntered, Place.Of(voter));
    }

    /// <summary>An active registration gets another record.</summary>
    /// <param name="before">The record that was there.</param>
    /// <param name="after">The record that is there now.</param>
    /// <param name="reason">Why; unspecified for a corrected identity number.</param>
    public void Change(VoterRecord before, VoterRecord after, UpsertReason reason)
    {
        if (reason is UpsertReason.TransferredIn)
        {
            // The village has another code, and nobody moved.
            Count(Measure.TransferredOut, Place.Of(before), 1);
            Count(Measure.TransferredIn, Place.Of(after), 1);
            return;
        }

        // Putting back counts as the change that it undoes, with the opposite sign.
        if (reason is UpsertReason.Reverted)
            Compare(Place.Of(after), Place.Of(before), -1, isCounted: true);
        else
            Compare(Place.Of(before), Place.Of(after), 1, isCounted: reason is not (UpsertReason.OpeningBalance or UpsertReason.Unspecified));
        Correct(Measure.CorrectionChanged, Place.Of(after));
    }

    /// <summary>A registration becomes ineligible, or ineligible on another ground.</summary>
    public void Remove(Registration before, RemovalGround ground)
    {
        var place = Place.Of(before.ParseRecord());
        if (!before.IsActive)
            Remove(before.Ground, before.EnteredAs, place, -1);
        Remove(ground, before.EnteredAs, place, 1);
        Correct(Measure.CorrectionRemoved, place);
    }

    private void Remove(RemovalGround ground, Measure enteredAs, in Place place, int count)
    {
        if (ground is RemovalGround.EntryReverted)
            Count(enteredAs, place, -count);
        else
            Count(Measures.RemovalOf(ground), place, count);
    }

    private void Compare(Place before, in Place after, int count, bool isCounted)
    {
        if (before.Sex != after.Sex)
        {
            Count(Measure.SexCorrectedOut, before, count);
            before = before with { Sex = after.Sex };
            Count(Measure.SexCorrectedIn, before, count);
        }

        var isMoved = before != after;
        if (isMoved)
        {
            var (leaving, coming) = MoveBetween(before, after);
            Count(leaving, before, count);
            Count(coming, after, count);
        }

        if (!isCounted)
            return;
        // A station that was not assigned yet was not a wrong one.
        if (isMoved && !(before.Village == after.Village && before.Station == 0))
        {
            Count(Measure.AddressFrom, before, count);
            Count(Measure.AddressTo, after, count);
        }
        else
        {
            Count(Measure.DataChanged, after, count);
        }
    }

    // The smallest area that both places lie in: a recap of larger areas then has nobody moving within one of them.
    private static (Measure Leaving, Measure Coming) MoveBetween(in Place from, in Place to)
    {
        if (from.Village == to.Village)
            return (Measure.StationMovedOut, Measure.StationMovedIn);
        return from.Village.AsSpan(0, 6).SequenceEqual(to.Village.AsSpan(0, 6))
            ? (Measure.VillageMovedOut, Measure.VillageMovedIn)
            : (Measure.DistrictMovedOut, Measure.DistrictMovedIn);
    }

    private void Correct(Measure measure, in Place place)
    {
        if (isCorrection)
            Count(measure, place, 1);
    }

    private void Count(Measure measure, in Place place, int count) =>
        register.Count(new TallyKey(day, place.Village, place.Station, measure, place.Sex), count);

    private readonly record struct Place(string Village, int Station, Sex Sex)
    {
        public static Place Of(VoterRecord voter) => new(voter.VillageCode, voter.PollingStation, voter.Sex);
    }
}
