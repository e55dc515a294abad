using System.CommandLine;
using KpuSync.Cli.Texts;
using KpuSync.Rules.Values;

namespace KpuSync.Cli.Commands;

/// <summary>The option <c>--office</c>, as commands that look at a range or at one office take it.</summary>
internal static class OfficeOptions
{
    /// <summary>An office, a province or the nation.</summary>
    public static Option<string?> Range(SharedOptions shared) =>
        Option(shared, RecapTexts.Office, "5201|P52|RI", RecapTexts.OfficeMalformed, _ => true);

    /// <summary>A regency or city.</summary>
    public static Option<string?> Regency(SharedOptions shared) =>
        Option(shared, UsageTexts.OneOffice, "5201", UsageTexts.OfficeMalformed, code => code.Kind is OfficeKind.Regency);

    private static Option<string?> Option(SharedOptions shared, Text description, string helpName, Text malformed, Func<OfficeCode, bool> isTaken)
    {
        var option = new Option<string?>("--office") { Description = shared.T(description), HelpName = helpName };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && !(OfficeCode.TryParse(text, out var code) && isTaken(code)))
                result.AddError(malformed.In(shared.Language, text));
        });
        return option;
    }
}
