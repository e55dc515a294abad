using KpuSync.Rules.Values;

namespace KpuSync.Core.Access;

/// <summary>Who calls, as the credential says; nothing of it comes from the request.</summary>
/// <param name="CredentialId">Id of the credential; the actor of ledger entries.</param>
/// <param name="Role">What it may do.</param>
/// <param name="Office">For which office: a regency, a province (<c>P52</c>) or the centre (<c>RI</c>).</param>
/// <param name="Party">For which party, 1 to 99; null unless it is a party operator.</param>
public sealed record Caller(string CredentialId, Role Role, OfficeCode Office, int? Party = null);
