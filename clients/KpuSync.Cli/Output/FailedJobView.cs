using KpuSync.Cli.Commands;
using KpuSync.Cli.Texts;
using KpuSync.Client;
using KpuSync.Contracts.V1;

namespace KpuSync.Cli.Output;

/// <summary>Shows jobs that replay or discard parked changes.</summary>
internal static class FailedJobView
{
    public static int PrintList(CommandContext context, IReadOnlyList<FailedJob> jobs)
    {
        context.Print(
            () => jobs.Select(DocumentOf),
            () =>
            {
                if (jobs.Count == 0)
                    context.Screen.Line(context.T(FailedTexts.NoJobs));
                foreach (var job in jobs)
                    PrintText(context, job);
            });
        return ExitCode.Ok;
    }

    /// <summary>A job that was followed to its end. Ends with <see cref="ExitCode.SomeNotApplied"/> if something of it is still open.</summary>
    public static int PrintEnded(CommandContext context, FailedJob job)
    {
        context.Print(() => DocumentOf(job), () => PrintText(context, job));
        return job.State is FailedJobState.Stopped || OutcomesOf(job).NotInRegister > 0 ? ExitCode.SomeNotApplied : ExitCode.Ok;
    }

    /// <summary>A job that somebody stopped just now.</summary>
    public static int PrintStopped(CommandContext context, FailedJob job)
    {
        context.Print(() => DocumentOf(job), () => PrintText(context, job));
        return ExitCode.Ok;
    }

    /// <summary>A job that is no longer followed, because of Ctrl-C or because the server is out of reach.</summary>
    public static int PrintLeft(CommandContext context, string jobId, bool began, ServerUnreachableException? unreachable)
    {
        var exitCode = unreachable is null ? ExitCode.Cancelled : ExitCode.Unreachable;
        var left = context.T(began ? FailedTexts.LeftRunning : FailedTexts.PerhapsRunning, jobId);
        context.Print(
            () => new { error = new { code = unreachable?.Code ?? "CANCELLED", text = left }, jobId, exitCode },
            () =>
            {
                if (unreachable is not null)
                    context.Screen.Failure(unreachable.Code, unreachable.Text.In(context.Language.Code()));
                context.Screen.Note(left);
                context.Screen.Note(context.T(FailedTexts.HowToWatch, jobId));
                context.Screen.Note(context.T(FailedTexts.HowToStop, jobId));
            });
        return exitCode;
    }

    private static void PrintText(CommandContext context, FailedJob job)
    {
        string N(long number) => context.Language.Number(number);
        var outcomes = PushView.OutcomeLine(context.Language, OutcomesOf(job));
        List<(string, string)> facts =
        [
            (context.T(FailedTexts.ColumnAction), $"{context.T(ActionOf(job))}, {context.T(StateOf(job))}"),
            (context.T(FailedTexts.ColumnRange), job.Filter?.Range ?? ""),
            (context.T(FailedTexts.ColumnDone), context.T(FailedTexts.DoneOf, N(job.ChangesDone), N(Math.Max(job.ChangesTotal, job.ChangesDone)))),
            (context.T(FailedTexts.Outcomes), outcomes),
            (context.T(FailedTexts.Quarantined), job.ChangesQuarantined > 0 ? N(job.ChangesQuarantined) : ""),
            (context.T(FailedTexts.ColumnBegan), job.CreateTime is { } time ? Times.Local(context.Environment, time.ToDateTimeOffset()) : ""),
            (context.T(FailedTexts.Actor), job.Actor),
            (context.T(FailedTexts.JobReason), job.Reason),
        ];
        context.Screen.Heading($"{context.T(FailedTexts.ColumnJob)} {job.JobId}");
        context.Screen.Facts([.. facts.Where(f => f.Item2.Length > 0)]);
    }

    private static OutcomeTotals OutcomesOf(FailedJob job) => default(OutcomeTotals).Plus(job.Counts);

    private static Text ActionOf(FailedJob job) => job.Action is FailedAction.Discard ? FailedTexts.ActionDiscard : FailedTexts.ActionReplay;

    private static Text StateOf(FailedJob job) => job.State switch
    {
        FailedJobState.Done => FailedTexts.JobDone,
        FailedJobState.Stopped => FailedTexts.JobStopped,
        _ => FailedTexts.JobRunning,
    };

    private static object DocumentOf(FailedJob job) => new
    {
        job.JobId,
        job.Action,
        job.State,
        job.Filter?.Range,
        Batches = job.Filter?.Batches.Select(ChangeNames.Of),
        job.Reason,
        job.Actor,
        CreateTime = job.CreateTime?.ToDateTimeOffset(),
        UpdateTime = job.UpdateTime?.ToDateTimeOffset(),
        job.ChangesTotal,
        job.ChangesDone,
        Outcomes = PushView.OutcomesOf(OutcomesOf(job)),
        job.ChangesQuarantined,
    };
}
