using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using KpuSync.Contracts.V1;

namespace KpuSync.Rules.Registry;

/// <summary>Every rule there is, and its text in every language.</summary>
public static class RuleRegistry
{
    private static readonly FrozenDictionary<string, Rule> ByCode;

    static RuleRegistry()
    {
        ChangeRules =
        [
            .. DeclaredIn(typeof(FieldRules)), .. DeclaredIn(typeof(VoterRules)), .. DeclaredIn(typeof(PartyRules)), .. DeclaredIn(typeof(ProgressRules)),
        ];
        StateRules = [.. DeclaredIn(typeof(StateRules)), .. DeclaredIn(typeof(PartyStateRules))];
        FileRules = DeclaredIn(typeof(FileRules));
        RegionFileRules = DeclaredIn(typeof(RegionFileRules));
        All = [.. ChangeRules, .. StateRules, .. FileRules, .. RegionFileRules];
        ByCode = All.ToFrozenDictionary(rule => rule.Code, StringComparer.Ordinal);
    }

    /// <summary>Rules of a change that need no other record.</summary>
    public static IReadOnlyList<Rule> ChangeRules { get; }

    /// <summary>Rules that need the office's register.</summary>
    public static IReadOnlyList<Rule> StateRules { get; }

    /// <summary>Rules of a file that a client reads.</summary>
    public static IReadOnlyList<Rule> FileRules { get; }

    /// <summary>Rules of a file with new regions, which an administrator imports.</summary>
    public static IReadOnlyList<Rule> RegionFileRules { get; }

    /// <summary>All rules.</summary>
    public static IReadOnlyList<Rule> All { get; }

    /// <summary>The rule of a code; false if this version does not know it.</summary>
    public static bool TryGet(string code, [NotNullWhen(true)] out Rule? rule) => ByCode.TryGetValue(code, out rule);

    /// <summary>What is wrong and what to do. A code of a newer rule set is its own text.</summary>
    public static string TextOf(Violation violation, Language language)
    {
        ArgumentNullException.ThrowIfNull(violation);
        if (!ByCode.TryGetValue(violation.Code, out var rule))
            return violation.Code;
        return RuleText.Fill(rule.Text(language), name => ValueOf(violation, name, language));
    }

    private static string? ValueOf(Violation violation, string name, Language language)
    {
        foreach (var parameter in violation.Parameters)
        {
            if (parameter.Name == name)
                return parameter.Value;
        }

        return name == "field" ? FieldNames.Of(violation.FieldPath, language) : null;
    }

    // Read from the fields themselves, so that a rule cannot be declared and then be missing from the documents.
    private static IReadOnlyList<Rule> DeclaredIn(Type type) =>
        [.. type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => field.GetValue(null)).OfType<Rule>()];
}
