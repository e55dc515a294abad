using KpuSync.Contracts.V1;

namespace KpuSync.Client;

/// <summary>How a file of party data is pushed.</summary>
public sealed record PartyPushOptions
{
    /// <summary>
    /// Set if the file is the whole list of its parties' members in the office: on which ground members who are not in it are taken out. Null: it is a part,
    /// and nobody is missing from it.
    /// </summary>
    public MemberRemovalGround? GoneAs { get; init; }

    /// <summary>Go on although more than <see cref="RemovalShareMax"/> of a party's members would be taken out.</summary>
    public bool ConfirmMassRemoval { get; init; }

    /// <summary>Largest share of a party's known members that a complete list may take out without confirmation. Default 0.02.</summary>
    public double RemovalShareMax { get; init; } = PushOptions.RemovalShareMaxDefault;

    /// <summary>Send again what was held or rejected before.</summary>
    public bool RetryNotApplied { get; init; }
}
