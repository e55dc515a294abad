using KpuSync.Contracts.V1;
using KpuSync.Rules.Registry;

namespace KpuSync.Rules.Checking;

/// <summary>Collects the violations of one change; allocates only when there is one.</summary>
/// <param name="severities">Severities that rules have here.</param>
internal struct Findings(RuleSeverities severities)
{
    // A receipt must stay small whatever somebody sends; nobody mends the 21st problem of a row first.
    private const int CountMax = 20;

    private List<Violation>? _violations;

    /// <summary>Checks a part of the change.</summary>
    /// <param name="validator">The part's validator.</param>
    /// <param name="part">The part; nothing happens if it is unset.</param>
    /// <param name="at">Where and when the change would hold.</param>
    /// <param name="path">Path of the part, with its dot; empty for the change itself.</param>
    public void Check<TMessage>(MessageValidator<TMessage> validator, TMessage? part, Circumstances at, string path)
        where TMessage : class
    {
        if (part is null)
            return;
        var result = validator.Validate(new Subject<TMessage>(part, at));
        if (result.IsValid)
            return;
        foreach (var failure in result.Errors)
        {
            var broken = (Broken)failure.CustomState;
            (_violations ??= []).Add(severities.Apply(broken.Rule.At(path + failure.PropertyName, broken.Parameters)));
        }
    }

    /// <summary>What was found, in the order of the fields; where there is too much, warnings are left out first.</summary>
    public readonly IReadOnlyList<Violation> ToList()
    {
        if (_violations is null)
            return [];
        return _violations.Count <= CountMax ? _violations : [.. _violations.OrderBy(violation => violation.Severity).Take(CountMax)];
    }
}
