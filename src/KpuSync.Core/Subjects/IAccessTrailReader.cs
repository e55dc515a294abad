using KpuSync.Rules.Values;

namespace KpuSync.Core.Subjects;

/// <summary>Who read what.</summary>
public interface IAccessTrailReader
{
    /// <summary>Readings of any of these offices' ledgers, also as part of a province or the nation, newest first.</summary>
    IAsyncEnumerable<AccessRecord> ReadingsOfAsync(IReadOnlyCollection<OfficeCode> offices, CancellationToken ct);
}

/// <summary>One reading.</summary>
/// <param name="Time">When it began.</param>
/// <param name="Office">The reader's office.</param>
/// <param name="CredentialId">Id of its credential.</param>
/// <param name="Role">Its role.</param>
/// <param name="Call">The call.</param>
/// <param name="Range">What it read.</param>
public sealed record AccessRecord(DateTimeOffset Time, string Office, string CredentialId, string Role, string Call, string Range);
