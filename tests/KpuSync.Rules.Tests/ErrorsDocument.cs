using System.Text;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Registry;

namespace KpuSync.Rules.Tests;

/// <summary>Writes <c>docs/errors.md</c> from the registry.</summary>
internal static class ErrorsDocument
{
    /// <summary>Environment variable that makes the test of the document rewrite it.</summary>
    public const string RewriteVariable = "KPUSYNC_REWRITE_DOCS";

    /// <summary>The whole document, with LF line ends.</summary>
    public static string Write()
    {
        var document = new StringBuilder();
        document.Append($"""
            <!-- Generated from KpuSync.Rules.Registry; do not edit. A test keeps it current. To rewrite it:
                 {RewriteVariable}=1 dotnet test tests/KpuSync.Rules.Tests --filter ErrorsDocument -->

            # Codes: rules and errors

            Codes are stable: a program may act on them, and texts may change. In a text, `{"{name}"}` stands for a parameter; `{"{field}"}` for the name of the field
            that the violation's path points at. No parameter ever holds personal data. "Since" is the rule set version; the current one is {ChangeRules.RuleSetVersion}.

            | Severity | What it does |
            |---|---|
            | Error | The change is REJECTED and parked; the rest of its batch goes on |
            | Hold | The change is HELD until somebody settles it; later changes of the same voter or party item wait behind it |
            | Warning | Nothing; worth a look |

            Where a severity is followed by others in brackets, a deployment may set one of those instead (`KpuSync:Rules:Severities`, see operations.md). Receipts and
            ledger entries then name it in their rule set version: `{ChangeRules.RuleSetVersion}+VOTER_OVER_100_UNVERIFIED=warning`.


            """);
        Rules(document, "Rules of a change", "Checked by client and server alike, without any other record.", RuleRegistry.ChangeRules);
        Rules(document, "Rules that need the register", "Checked by the server against the office's register.", RuleRegistry.StateRules);
        Rules(document, "Rules of a file", "Checked by the client while it reads an export, before anything is sent.", RuleRegistry.FileRules);
        Rules(document, "Rules of a file with regions", "Checked by `kpusync-server regions import`.", RuleRegistry.RegionFileRules);
        Errors(document);
        document.Append("""

            ## How to add a rule

            1. Declare it in `src/KpuSync.Rules/Registry`, with its code, severity, both texts and the rule set version that brings it.
            2. Check it in the validator of its message (`src/KpuSync.Rules/Voters`), or, if it needs the register, in the server's decision.
            3. Add a change that breaks it to `RuleExamples`; a test asks for one.
            4. If it can reject what was accepted before, raise `ChangeRules.RuleSetVersion`.
            5. Rewrite this page.

            """.ReplaceLineEndings("\n"));
        return document.ToString().ReplaceLineEndings("\n");
    }

    private static void Rules(StringBuilder document, string title, string about, IReadOnlyList<Rule> rules)
    {
        document.Append($"## {title}\n\n{about}\n\n| Code | Severity | Bahasa Indonesia | English | Since |\n|---|---|---|---|---|\n");
        foreach (var rule in rules.OrderBy(rule => rule.Code, StringComparer.Ordinal))
            document.Append($"| `{rule.Code}` | {SeverityOf(rule)} | {Cell(rule.Indonesian)} | {Cell(rule.English)} | {rule.Since} |\n");
        document.Append('\n');
    }

    private static void Errors(StringBuilder document)
    {
        document.Append("""
            ## Reasons for refusing a call

            Sent as `google.rpc.ErrorInfo` with the domain `kpusync`. A refused call changed nothing, unless the text says that the outcome is unknown.

            | Reason | Bahasa Indonesia | English | Since |
            |---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var error in SyncErrors.All.OrderBy(error => error.Code, StringComparer.Ordinal))
            document.Append($"| `{error.Code}` | {Cell(error.Text(Language.Indonesian))} | {Cell(error.Text(Language.English))} | {error.Since} |\n");
    }

    private static string SeverityOf(Rule rule) =>
        rule.CanBe is null ? NameOf(rule.Severity) : $"{NameOf(rule.Severity)} ({string.Join(", ", rule.CanBe.Select(NameOf))})";

    private static string NameOf(Severity severity) => severity.ToString();

    // A bar would end the cell.
    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
