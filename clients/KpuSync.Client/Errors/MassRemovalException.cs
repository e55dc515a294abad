namespace KpuSync.Client;

/// <summary>The delta would remove more of the list than <see cref="PushOptions.RemovalShareMax"/> allows. Nothing was journaled or sent.</summary>
public sealed class MassRemovalException(string code, LocalizedText text, long removals, long active, IReadOnlyList<VillageCount> villages)
    : KpuSyncException(code, text)
{
    /// <summary>How many voters would be removed.</summary>
    public long Removals { get; } = removals;

    /// <summary>How many voters the baseline holds as active.</summary>
    public long Active { get; } = active;

    /// <summary>Removals and active voters by village, most removals first.</summary>
    public IReadOnlyList<VillageCount> Villages { get; } = villages;
}

/// <summary>Removals of one village.</summary>
/// <param name="VillageCode">10-digit code.</param>
/// <param name="VillageName">Name as in the region catalogue; empty if it is not there.</param>
/// <param name="Removals">How many would be removed.</param>
/// <param name="Active">How many are active now.</param>
public sealed record VillageCount(string VillageCode, string VillageName, long Removals, long Active);
