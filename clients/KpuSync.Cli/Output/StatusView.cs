using KpuSync.Cli.Commands;
using KpuSync.Cli.Texts;
using KpuSync.Client;

namespace KpuSync.Cli.Output;

/// <summary>Shows how an installation stands.</summary>
internal static class StatusView
{
    public static int Print(CommandContext context, StatusReport status)
    {
        context.Print(() => DocumentOf(status), () => PrintText(context, status));
        return ExitCode.Ok;
    }

    private static object DocumentOf(StatusReport status) => new
    {
        status.Directory,
        status.Server,
        status.Office,
        status.ProducerId,
        status.Deployment,
        status.BatchesAcknowledged,
        status.BatchesWaiting,
        status.ChangesWaiting,
        status.ChangesNotApplied,
        status.BaselineVoters,
        LastReceipt = PushView.ReceiptOf(status.LastReceipt),
        status.LastPush,
        status.Pulled,
    };

    private static void PrintText(CommandContext context, StatusReport status)
    {
        string N(long number) => context.Language.Number(number);
        context.Screen.Facts(
            (context.T(ReportTexts.Office), Offices.Named(status.Office)),
            (context.T(ReportTexts.Server), status.Deployment.Length > 0 ? $"{status.Server} ({status.Deployment})" : status.Server),
            (context.T(ReportTexts.Directory), status.Directory),
            (context.T(ReportTexts.Producer), status.ProducerId),
            (context.T(ReportTexts.StatusAcknowledged), context.T(ReportTexts.StatusAcknowledgedValue, N(status.BatchesAcknowledged))),
            (context.T(ReportTexts.StatusWaiting), context.T(ReportTexts.StatusWaitingValue, N(status.ChangesWaiting), N(status.BatchesWaiting))),
            (context.T(ReportTexts.StatusOpen), context.T(ReportTexts.StatusOpenValue, N(status.ChangesNotApplied))),
            (context.T(ReportTexts.InitBaseline), context.T(ReportTexts.StatusBaselineValue, N(status.BaselineVoters))),
            (context.T(ReportTexts.StatusLastPush), status.LastPush is { } push ? Times.Local(context.Environment, push) : context.T(ReportTexts.None)),
            (context.T(ReportTexts.LastReceipt), status.LastReceipt is { } receipt ? PushView.Receipt(context, receipt) : context.T(ReportTexts.None)),
            (context.T(ReportTexts.StatusPulled), context.T(ReportTexts.StatusPulledValue, N(status.Pulled))));
    }
}
