using System.Globalization;
using KpuSync.Cli.Output;
using KpuSync.Cli.Texts;
using KpuSync.Contracts.V1;

namespace KpuSync.Cli.Commands;

/// <summary>Shows how much a filter finds, by code, and has somebody agree to that number.</summary>
internal static class FailedConfirmation
{
    /// <summary>Takes the agreement.</summary>
    /// <param name="context">The running command.</param>
    /// <param name="count">What the filter finds.</param>
    /// <param name="wouldDo">What would be done with it.</param>
    /// <param name="yes">True to agree with whatever was found.</param>
    /// <param name="confirm">The number that was agreed to beforehand; the server compares it.</param>
    /// <param name="confirmed">The number that is agreed to.</param>
    /// <returns>The exit code if there is nothing to go on with; null to go on.</returns>
    public static int? TakeOf(CommandContext context, CountFailedChangesResponse count, Text wouldDo, bool yes, long? confirm, out long confirmed)
    {
        confirmed = confirm ?? count.Changes;
        if (count.Changes == 0)
        {
            context.Print(() => DocumentOf(count), () => context.Screen.Line(context.T(FailedTexts.NothingFailed)));
            return ExitCode.Ok;
        }

        if (!context.Json)
            PrintText(context, count, wouldDo);
        if (yes || confirm is not null || IsAgreedTo(context, count.Changes))
            return null;
        var text = context.T(FailedTexts.NotConfirmed, Plain(count.Changes));
        context.Print(
            () => new { error = new { code = "NOT_CONFIRMED", text }, count.Changes, Codes = CodesOf(count), exitCode = ExitCode.NeedsConfirmation },
            () => context.Screen.Failure("NOT_CONFIRMED", text));
        return ExitCode.NeedsConfirmation;
    }

    // A number is typed rather than a yes, since it was read then.
    private static bool IsAgreedTo(CommandContext context, long changes)
    {
        if (context.Json || !context.Environment.InIsTerminal || !context.Environment.OutIsTerminal)
            return false;
        context.Environment.Out.Write(context.T(FailedTexts.Ask, Plain(changes)));
        context.Environment.Out.Flush();
        return context.Environment.In.ReadLine()?.Trim() == Plain(changes);
    }

    private static void PrintText(CommandContext context, CountFailedChangesResponse count, Text wouldDo)
    {
        context.Screen.Line(context.T(wouldDo, context.Language.Number(count.Changes)));
        FailedView.PrintCodes(context, count.Codes);
    }

    private static object DocumentOf(CountFailedChangesResponse count) => new { count.Changes, Codes = CodesOf(count) };

    private static IEnumerable<object> CodesOf(CountFailedChangesResponse count) => count.Codes.Select(c => new { c.Code, c.Changes });

    // As it is typed: without separators.
    private static string Plain(long number) => number.ToString(CultureInfo.InvariantCulture);
}
