namespace KpuSync.Client;

/// <summary>More of a list would be removed than <see cref="PushOptions.RemovalShareMax"/> allows, of voters or of a party's members. Nothing was journaled or sent.</summary>
public sealed class MassRemovalException(string code, LocalizedText text, long removals, long active, IReadOnlyList<VillageCount> villages)
    : KpuSyncException(code, text)
{
    /// <summary>How many people would be removed.</summary>
    public long Removals { get; } = removals;

    /// <summary>How many people the baseline holds as active.</summary>
    public long Active { get; } = active;

    /// <summary>Removals and active voters by village, most removals first.</summary>
    public IReadOnlyList<VillageCount> Villages { get; } = villages;

    /// <summary>Parties that would lose too many members, where the list is of members.</summary>
    public IReadOnlyList<PartyCount> Parties { get; init; } = [];
}

/// <summary>Removals of one village.</summary>
/// <param name="VillageCode">10-digit code.</param>
/// <param name="VillageName">Name as in the region catalogue; empty if it is not there.</param>
/// <param name="Removals">How many would be removed.</param>
/// <param name="Active">How many are active now.</param>
public sealed record VillageCount(string VillageCode, string VillageName, long Removals, long Active);

/// <summary>Removals of one party's members.</summary>
/// <param name="Party">Number of the party.</param>
/// <param name="Removals">How many would be removed.</param>
/// <param name="Members">How many there are now.</param>
public sealed record PartyCount(int Party, long Removals, long Members);
