using KpuSync.Core.Settlements;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Transfers;

/// <summary>Villages that go from one office to another, or get other codes within one.</summary>
/// <param name="From">Office that has them; the old codes begin with its code.</param>
/// <param name="To">Office that takes them; the new codes begin with its code. The same office where villages only get other codes.</param>
/// <param name="Villages">New code by old code. No new code is also an old one.</param>
/// <param name="Reason">Why, for the ledgers: 0 to 500 characters, no identity numbers.</param>
public sealed record TransferRequest(OfficeCode From, OfficeCode To, IReadOnlyDictionary<string, string> Villages, string Reason)
{
    /// <summary>True if the villages only get other codes.</summary>
    public bool IsWithinOffice => From == To;

    /// <summary>True if the reason can stand in a ledger for good.</summary>
    public static bool IsReason(string reason) => Words.Check(reason, isRequired: false) is null;
}
