namespace KpuSync.Core.Access;

/// <summary>What a credential is for.</summary>
public enum Role
{
    /// <summary>Pushes voters of its own office; nobody else does.</summary>
    OfficeOperator,

    /// <summary>Pushes items of its own party.</summary>
    PartyOperator,

    /// <summary>Province or centre: decides, verifies and replays for offices in its range.</summary>
    Administrator,

    /// <summary>Reads.</summary>
    Auditor,

    /// <summary>Pulls a range, masked.</summary>
    Integrator,
}
