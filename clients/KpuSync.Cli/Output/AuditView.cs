using KpuSync.Cli.Commands;
using KpuSync.Cli.Texts;
using KpuSync.Client;

namespace KpuSync.Cli.Output;

/// <summary>Shows whether ledger and receipts agree.</summary>
internal static class AuditView
{
    public static int Print(CommandContext context, AuditReport report)
    {
        context.Print(
            () => new
            {
                report.ReceiptsChecked,
                report.EntriesRead,
                Faults = report.Faults.Select(f => new { f.Sequence, f.Position, f.Code, Text = new { Id = f.Text.Indonesian, En = f.Text.English } }),
            },
            () => PrintText(context, report));
        return report.Faults.Count == 0 ? ExitCode.Ok : ExitCode.Failed;
    }

    private static void PrintText(CommandContext context, AuditReport report)
    {
        string N(long number) => context.Language.Number(number);
        if (report.Faults.Count == 0)
        {
            context.Screen.Line(context.T(ReportTexts.AuditOk, N(report.EntriesRead), N(report.ReceiptsChecked)));
            return;
        }

        context.Screen.Line(context.T(ReportTexts.AuditFaults, N(report.Faults.Count)));
        foreach (var fault in report.Faults)
            context.Screen.Line(context.T(ReportTexts.AuditFault, N(fault.Position), N(fault.Sequence), fault.Text.In(context.Language.Code()), fault.Code));
    }
}
