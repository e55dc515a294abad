namespace KpuSync.Core.Duplicates.Matching;

/// <summary>Parameters of matching. The defaults were calibrated as docs/adr/0007 says; whoever changes one measures again (benchmark <c>match</c>).</summary>
public sealed record MatchOptions
{
    /// <summary>Score in bits from which a case opens. Default 29.</summary>
    public double CaseBitsMin { get; init; } = 29;

    /// <summary>
    /// People in the whole register, all offices together. Default 4,000,000: a province. Pairs of strangers grow with its square, pairs that are one person with itself, so
    /// people on different cards need a bit more each time it doubles; the weights are for 400,000 and less. Members of a household stay as few as they are.
    /// </summary>
    public int RegisterPeople { get; init; } = 4_000_000;

    /// <summary>Most people of one blocking key that a newcomer is compared with; a larger block is counted and passed over. Default 100.</summary>
    public int BlockPeopleMax { get; init; } = 100;

    /// <summary>What findings say about two people on one family card, where birth place and village say little and the other suspect is a twin.</summary>
    public MatchWeights OneCard { get; init; } = MatchWeights.OneCard;

    /// <summary>What findings say about two people on different family cards, where the other suspect is a namesake.</summary>
    public MatchWeights OtherCards { get; init; } = MatchWeights.OtherCards;
}
