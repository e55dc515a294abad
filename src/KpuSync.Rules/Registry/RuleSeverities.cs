using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using KpuSync.Contracts.V1;

namespace KpuSync.Rules.Registry;

/// <summary>Severities that a deployment gives to rules in place of their own. Immutable.</summary>
public sealed class RuleSeverities
{
    private readonly FrozenDictionary<string, Severity> _byCode;

    private RuleSeverities(IReadOnlyDictionary<string, Severity> byCode)
    {
        _byCode = byCode.ToFrozenDictionary(StringComparer.Ordinal);
        var changed = byCode.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{s.Key}={NameOf(s.Value)}");
        Version = byCode.Count == 0 ? ChangeRules.RuleSetVersion : $"{ChangeRules.RuleSetVersion}+{string.Join(',', changed)}";
    }

    /// <summary>Every rule has its own severity.</summary>
    public static RuleSeverities None { get; } = new(new Dictionary<string, Severity>());

    /// <summary>
    /// The rule set that decides, for receipts and ledger entries: <c>2</c>, or <c>2+VOTER_OVER_100_UNVERIFIED=warning</c> where a severity is another than the
    /// rule's own. It says all that a later reader needs, so that no table has to be kept beside the ledger.
    /// </summary>
    public string Version { get; }

    /// <summary>Reads severities by code: <c>error</c>, <c>hold</c> or <c>warning</c>.</summary>
    /// <exception cref="FormatException">One cannot be used; <see cref="ProblemsOf"/> names them all.</exception>
    public static RuleSeverities Parse(IReadOnlyDictionary<string, string> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var byCode = new Dictionary<string, Severity>();
        foreach (var (code, text) in settings)
        {
            if (!TryRead(code, text, out var rule, out var severity, out var problem))
                throw new FormatException(problem);
            if (severity != rule.Severity)
                byCode.Add(code, severity);
        }

        return byCode.Count == 0 ? None : new RuleSeverities(byCode);
    }

    /// <summary>What cannot be used, by code: in Indonesian, then in English.</summary>
    public static IEnumerable<(string Code, string Problem)> ProblemsOf(IReadOnlyDictionary<string, string> settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        foreach (var (code, text) in settings.OrderBy(s => s.Key, StringComparer.Ordinal))
        {
            if (!TryRead(code, text, out _, out _, out var problem))
                yield return (code, problem);
        }
    }

    /// <summary>The severity that a rule has here.</summary>
    public Severity Of(Rule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return _byCode.GetValueOrDefault(rule.Code, rule.Severity);
    }

    /// <summary>Gives a violation the severity that its rule has here.</summary>
    public Violation Apply(Violation violation)
    {
        ArgumentNullException.ThrowIfNull(violation);
        if (_byCode.TryGetValue(violation.Code, out var severity))
            violation.Severity = severity;
        return violation;
    }

    private static bool TryRead(
        string code, string text, [NotNullWhen(true)] out Rule? rule, out Severity severity, [NotNullWhen(false)] out string? problem)
    {
        severity = SeverityOf(text);
        problem = null;
        if (!RuleRegistry.TryGet(code, out rule))
            problem = "Tidak ada aturan dengan kode ini; kode yang ada tertulis di docs/errors.md. / No rule has this code; docs/errors.md lists them.";
        else if (severity is Severity.Unspecified)
            problem = "Pakai `error`, `hold`, atau `warning`. / Use `error`, `hold` or `warning`.";
        else if (severity != rule.Severity && rule.CanBe?.Contains(severity) != true)
            problem = Fixed(rule);
        return problem is null;
    }

    private static string Fixed(Rule rule)
    {
        var own = NameOf(rule.Severity);
        if (rule.CanBe is null)
            return $"Aturan ini selalu `{own}`: tanpa aturan ini perubahan tidak dapat diputuskan. / This rule is always `{own}`: without it a change cannot be decided.";
        var allowed = string.Join(", ", rule.CanBe.Prepend(rule.Severity).Select(severity => $"`{NameOf(severity)}`"));
        return $"Aturan ini hanya dapat: {allowed}. / This rule can only be: {allowed}.";
    }

    private static Severity SeverityOf(string text) => text switch
    {
        "error" => Severity.Error,
        "hold" => Severity.Hold,
        "warning" => Severity.Warning,
        _ => Severity.Unspecified,
    };

    private static string NameOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Hold => "hold",
        _ => "warning",
    };
}
