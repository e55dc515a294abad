using System.Diagnostics.CodeAnalysis;
using KpuSync.Rules.Registry;

namespace KpuSync.Rules.Checking;

/// <summary>A rule that one field breaks, with the values for its text. Never personal data.</summary>
internal sealed record Broken(Rule Rule, params (string Name, string Value)[] Parameters)
{
    // `kept ? null : SomeRule` is a Rule before it is converted, so null must stay null.
    [return: NotNullIfNotNull(nameof(rule))]
    public static implicit operator Broken?(Rule? rule) => rule is null ? null : new(rule);
}
