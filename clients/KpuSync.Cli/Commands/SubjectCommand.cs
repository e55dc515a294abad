using System.CommandLine;
using KpuSync.Cli.Output;
using KpuSync.Cli.Texts;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Values;

namespace KpuSync.Cli.Commands;

/// <summary><c>kpusync subject</c>: everything that is held about one person, for a person who asks.</summary>
internal static class SubjectCommand
{
    public static Command Build(SharedOptions shared)
    {
        var nik = new Argument<string>("NIK") { Description = shared.T(SettlingTexts.SubjectNik) };
        var range = new Option<string?>("--range") { Description = shared.T(SettlingTexts.Range), HelpName = "P52" };
        var command = shared.Command("subject", SettlingTexts.Subject, async (parsed, context, cancellation) =>
        {
            // From standard input it leaves no trace in the shell's history.
            var number = parsed.GetRequiredValue(nik) is "-" ? (await context.Environment.In.ReadLineAsync(cancellation))?.Trim() ?? "" : parsed.GetRequiredValue(nik);
            if (!Nik.TryParse(number, out _))
            {
                context.Screen.Failure("NIK_MALFORMED", context.T(SettlingTexts.SubjectMalformed));
                return ExitCode.Usage;
            }

            var found = new List<ReadSubjectResponse>();
            await foreach (var record in context.Client.ReadSubjectAsync(number, parsed.GetValue(range), cancellation))
                found.Add(record);
            return SubjectView.Print(context, found);
        });
        command.Arguments.Add(nik);
        command.Options.Add(range);
        return command;
    }
}
