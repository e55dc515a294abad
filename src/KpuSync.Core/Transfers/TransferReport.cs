namespace KpuSync.Core.Transfers;

/// <summary>What a transfer did, or would do.</summary>
/// <param name="Voters">Active voters in each village when it began, by old code.</param>
/// <param name="Moved">Voters that were moved.</param>
/// <param name="Obstacles">What must be settled first; where there is something before the first entry, nothing was moved.</param>
public sealed record TransferReport(IReadOnlyDictionary<string, int> Voters, int Moved, IReadOnlyList<TransferObstacle> Obstacles);
