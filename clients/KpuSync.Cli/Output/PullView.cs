using KpuSync.Cli.Commands;
using KpuSync.Cli.Texts;
using KpuSync.Client;
using KpuSync.Contracts.V1;

namespace KpuSync.Cli.Output;

/// <summary>Shows ledger entries as they come: what kind and how many, never whose.</summary>
internal sealed class PullView(CommandContext context, bool follow)
{
    private readonly List<object> _documents = [];

    public ValueTask TakeAsync(Entry entry, CancellationToken cancellation)
    {
        if (context.Json && follow)
            JsonDocuments.WriteLine(context.Environment.Out, DocumentOf(entry));
        else if (context.Json)
            _documents.Add(DocumentOf(entry));
        else if (follow)
            context.Screen.Line(LineOf(entry));
        return ValueTask.CompletedTask;
    }

    public int Finish(PullReport report)
    {
        context.Print(
            () => new { Entries = _documents, report.Changes, report.Rewound, report.Restarted, report.BaselineVoters },
            () =>
            {
                if (report.Rewound)
                    context.Screen.Note(context.T(ReportTexts.PullRewound));
                if (report.Restarted)
                    context.Screen.Note(context.T(ReportTexts.PullRestarted));
                context.Screen.Line(context.T(ReportTexts.PullDone, context.Language.Number(report.Entries), context.Language.Number(report.Changes)));
            });
        return ExitCode.Ok;
    }

    private static object DocumentOf(Entry entry) => new
    {
        Office = entry.OfficeCode,
        entry.Position,
        entry.Epoch,
        Kind = entry.BodyCase.ToString(),
        CommitTime = entry.CommitTime?.ToDateTimeOffset(),
        Sequence = entry.Batch?.Sequence,
        BatchId = entry.Batch?.BatchId,
        Changes = entry.Settlement is { } settlement ? ChangesOf(settlement) : entry.Batch?.Changes.Count,
        Act = entry.Settlement?.ActCase.ToString(),
        Notices = entry.Notice?.Notices.Select(n => new { Claim = n.Claim?.ClaimId, Case = n.DuplicateCase?.CaseId, State = n.DuplicateCase?.State }),
        Source = entry.Batch?.SourceName,
        Outcomes = entry.Batch is { } batch ? PushView.OutcomesOf(PushView.TotalsOf(batch.Statuses)) : null,
    };

    private string LineOf(Entry entry)
    {
        var what = entry.BodyCase switch
        {
            Entry.BodyOneofCase.Batch => context.T(
                ReportTexts.PullBatch, context.Language.Number(entry.Batch.Sequence), context.Language.Number(entry.Batch.Changes.Count), PushView.OutcomeLine(context.Language, PushView.TotalsOf(entry.Batch.Statuses))),
            Entry.BodyOneofCase.Settlement => context.T(
                SettlementText(entry.Settlement), context.Language.Number(ChangesOf(entry.Settlement)), PushView.OutcomeLine(context.Language, PushView.TotalsOf(entry.Settlement.Statuses))),
            Entry.BodyOneofCase.Notice => context.T(
                ReportTexts.PullNotice, entry.Notice.Notices.Count(n => n.Claim is not null), entry.Notice.Notices.Count(n => n.DuplicateCase is not null)),
            Entry.BodyOneofCase.RecapPeriod => context.T(ReportTexts.PullRecap, entry.RecapPeriod.Period),
            Entry.BodyOneofCase.EpochOpened => context.T(ReportTexts.PullEpoch, entry.EpochOpened.Epoch, entry.EpochOpened.Cause),
            _ => context.T(ReportTexts.PullOther),
        };
        return context.T(ReportTexts.PullEntry, entry.OfficeCode, context.Language.Number(entry.Position), what);
    }

    private static Text SettlementText(SettlementEntry settlement) => settlement.ActCase switch
    {
        SettlementEntry.ActOneofCase.HoldVerified => ReportTexts.PullVerified,
        SettlementEntry.ActOneofCase.HoldRejected => ReportTexts.PullRejected,
        SettlementEntry.ActOneofCase.HoldsReleased => ReportTexts.PullReleased,
        SettlementEntry.ActOneofCase.ClaimAnswered => ReportTexts.PullClaimAnswered,
        SettlementEntry.ActOneofCase.DuplicateDecided => ReportTexts.PullDecided,
        SettlementEntry.ActOneofCase.RegionTransferred => ReportTexts.PullTransferred,
        SettlementEntry.ActOneofCase.ChangesReplayed => ReportTexts.PullReplayed,
        SettlementEntry.ActOneofCase.ChangesDiscarded => ReportTexts.PullDiscarded,
        _ => ReportTexts.PullOther,
    };

    // What is given up is named by the act, since it changes no registration.
    private static int ChangesOf(SettlementEntry settlement) => settlement.ChangesDiscarded?.Changes.Count ?? settlement.Changes.Count;
}
