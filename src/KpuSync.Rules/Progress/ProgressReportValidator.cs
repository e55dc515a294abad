using KpuSync.Contracts.V1;
using KpuSync.Rules.Checking;
using KpuSync.Rules.Registry;
using KpuSync.Rules.Values;

namespace KpuSync.Rules.Progress;

/// <summary>Rules of a monthly report around its parts.</summary>
internal sealed class ProgressReportValidator : MessageValidator<ProgressReport>
{
    public ProgressReportValidator()
    {
        Field("office_code", s => s.Message.OfficeCode, static (s, office) => ReportingOffice.Check(office, s.At));
        Field("month", s => s.Message.Month, static (s, month) => CheckMonth(month, s.At.Today));
        Field("budget", s => s.Message.Budget, static (_, budget) => budget is null ? FieldRules.Required : null);
        Field("headcount", s => s.Message.Headcount, static (_, headcount) => headcount is null ? FieldRules.Required : null);
    }

    private static Broken? CheckMonth(string text, DateOnly today)
    {
        if (text.Length == 0)
            return FieldRules.Required;
        if (!ReportMonth.TryParse(text, out var month))
            return ProgressRules.MonthMalformed;
        var current = ReportMonth.Of(today);
        return month > current ? new Broken(ProgressRules.MonthInFuture, ("month", current.ToString())) : null;
    }
}
