using KpuSync.Contracts.V1;

namespace KpuSync.Rules.Registry;

/// <summary>A rule, declared once: validators, documents and every language's text come from it.</summary>
/// <param name="Code">Stable code, upper snake case.</param>
/// <param name="Severity">What a violation does to the change.</param>
/// <param name="Indonesian">What is wrong and what to do; <c>{name}</c> stands for a parameter.</param>
/// <param name="English">The same in English, with the same parameters.</param>
/// <param name="Since">Rule set version that brought it.</param>
/// <param name="CanBe">
/// Severities that a deployment may give it instead (<see cref="RuleSeverities"/>). None where the change cannot be decided without the rule,
/// and nothing milder where a client keeps the change back by its own rules (party data, reports): it would never learn that the server takes it.
/// </param>
public sealed record Rule(string Code, Severity Severity, string Indonesian, string English, int Since = 1, IReadOnlyList<Severity>? CanBe = null)
{
    /// <summary>Names of the parameters in the texts, in order. <c>field</c> is filled from the violation's field path.</summary>
    public IReadOnlyList<string> Parameters { get; } = RuleText.PlacesOf(Indonesian);

    /// <summary>The text in a language, its parameters not filled in.</summary>
    public string Text(Language language) => language == Language.English ? English : Indonesian;

    /// <summary>A violation of this rule in one field.</summary>
    /// <param name="fieldPath">Path in contract names, for example <c>voter_upsert.voter.nik</c>; empty for the change as a whole.</param>
    /// <param name="parameters">Values for the text; never personal data.</param>
    public Violation At(string fieldPath, params ReadOnlySpan<(string Name, string Value)> parameters)
    {
        var violation = new Violation { Code = Code, FieldPath = fieldPath, Severity = Severity };
        foreach (var (name, value) in parameters)
            violation.Parameters.Add(new ViolationParameter { Name = name, Value = value });
        return violation;
    }
}
