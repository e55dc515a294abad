namespace KpuSync.Storage.Access;

/// <summary>One reading of personal data: who read what, when (UU PDP 27/2022 asks that all processing be recorded).</summary>
public sealed class AccessTrailRow
{
    public long Id { get; init; }

    public required string CredentialId { get; init; }

    /// <summary>The caller's office.</summary>
    public required string Office { get; init; }

    public required string Role { get; init; }

    /// <summary>The RPC, for example <c>Pull</c>.</summary>
    public required string Call { get; init; }

    /// <summary>What was read, for example <c>office 5201</c>.</summary>
    public required string Range { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When the call ended; null while it runs, or if the server went down in it.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Ledger entries or changes that were read.</summary>
    public long Entries { get; set; }
}
