namespace KpuSync.Core.Access;

/// <summary>What a credential is for.</summary>
public enum Role
{
    /// <summary>Pushes what is of its own office; nobody else pushes voters.</summary>
    OfficeOperator,

    /// <summary>Pushes items of its own party into the ledgers of its range.</summary>
    PartyOperator,

    /// <summary>Province or centre: decides, verifies and replays for offices in its range. The centre's also pushes parties into the centre's ledger.</summary>
    Administrator,

    /// <summary>Reads.</summary>
    Auditor,

    /// <summary>Pulls a range, masked.</summary>
    Integrator,
}
