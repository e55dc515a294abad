using KpuSync.Contracts.V1;

namespace KpuSync.Core.Recap;

/// <summary>From the contract's reasons and grounds to measures.</summary>
public static class Measures
{
    /// <summary>The first measure by which a voter leaves a place; those below bring one.</summary>
    public const Measure FirstLeaving = (Measure)20;

    /// <summary>The first measure that moves nobody.</summary>
    public const Measure FirstNeutral = (Measure)50;

    /// <summary>What one of the measure does to the number of voters: 1, -1 or 0.</summary>
    public static int SignOf(Measure measure) => measure < FirstLeaving ? 1 : measure < FirstNeutral ? -1 : 0;

    /// <summary>How an upsert that enters a voter counts.</summary>
    public static Measure EntryOf(UpsertReason reason) => reason switch
    {
        UpsertReason.OpeningBalance => Measure.OpeningBalance,
        UpsertReason.NewFirstTime => Measure.NewFirstTime,
        UpsertReason.NewMovedIn => Measure.NewMovedIn,
        // Nothing in these claims that the voter is new, so none of them may swell "baru".
        UpsertReason.State or UpsertReason.Changed or UpsertReason.PollingStationCorrected or UpsertReason.Reverted => Measure.StateEntered,
        _ => Measure.TransferredIn,
    };

    /// <summary>How a removal counts, other than <see cref="RemovalGround.EntryReverted"/>, which takes an entry back.</summary>
    public static Measure RemovalOf(RemovalGround ground) => ground switch
    {
        >= RemovalGround.Deceased and <= RemovalGround.NoElectronicCard => (Measure)(20 + (int)ground),
        _ => Measure.TransferredOut,
    };
}
