using KpuSync.Contracts.V1;
using KpuSync.Rules.Registry;
using static KpuSync.Rules.Tests.ValidChanges;

namespace KpuSync.Rules.Tests;

/// <content>Monthly reports and yearly plans.</content>
internal static partial class RuleExamples
{
    private const string Report = "progress_report.";
    private const string Budget = "progress_report.budget.";
    private const string Headcount = "progress_report.headcount.";
    private const string Requests = "progress_report.information_requests.";
    private const string Plan = "progress_plan.";

    private static RuleExample[] Reports() =>
    [
        new("a report of another office", ProgressRules.OfficeOther, Report + "office_code", WithReport(r => r.OfficeCode = "5202")),
        new("a report of nobody", FieldRules.Required, Report + "office_code", WithReport(r => r.OfficeCode = "")),
        new("no month", FieldRules.Required, Report + "month", WithReport(r => r.Month = "")),
        new("month 13", ProgressRules.MonthMalformed, Report + "month", WithReport(r => r.Month = "2025-13")),
        new("a quarter for a month", ProgressRules.MonthMalformed, Report + "month", WithReport(r => r.Month = "2025-Q4")),
        new("next month", ProgressRules.MonthInFuture, Report + "month", WithReport(r => r.Month = "2026-02")),
        new("no budget", FieldRules.Required, Report + "budget", WithReport(r => r.Budget = null)),
        new("no headcount", FieldRules.Required, Report + "headcount", WithReport(r => r.Headcount = null)),
        new("a negative count of news", FieldRules.NumberOutOfRange, Report + "publications.website", WithReport(r => r.Publications.Website = -1)),
        new("a negative count of posts", FieldRules.NumberOutOfRange, Report + "publications.social_media", WithReport(r => r.Publications.SocialMedia = -1)),
    ];

    private static RuleExample[] Budgets() =>
    [
        new("a negative ceiling", FieldRules.NumberOutOfRange, Budget + "initial_ceiling", WithReport(r => r.Budget.InitialCeiling = -1)),
        new("spent more than there is", ProgressRules.RealisedOverCeiling, Budget + "realised", WithReport(r => Unparted(r).Realised = 1_100_000_001)),
        new("blocked more than there is", ProgressRules.BlockedOverCeiling, Budget + "blocked", WithReport(r => r.Budget.Blocked = 1_100_000_001)),
        new("blocked what was spent", ProgressRules.BlockedSpent, Budget + "blocked", WithReport(r => r.Budget.Blocked = 200_000_001)),
        new("a budget of more than a thousand trillion", FieldRules.NumberOutOfRange, Budget + "waiting.ceiling", WithReport(r => r.Budget.Waiting.Ceiling = 1_000_000_000_000_001)),
        new("negative blocked", FieldRules.NumberOutOfRange, Budget + "blocked", WithReport(r => r.Budget.Blocked = -1)),
        new("negative realised", FieldRules.NumberOutOfRange, Budget + "realised", WithReport(r => Unparted(r).Realised = -1)),
        new("negative revision", FieldRules.NumberOutOfRange, Budget + "revision", WithReport(r => r.Budget.Revision = -1)),
        new("a revised ceiling without a revision", ProgressRules.RevisionMissing, Budget + "revision", WithReport(r => r.Budget.Revision = 0)),
        new("ceilings that do not sum", ProgressRules.PartsDiffer, Budget + "revised_ceiling", WithReport(r => r.Budget.ByType[0].RevisedCeiling++)),
        new("amounts that do not sum", ProgressRules.PartsDiffer, Budget + "realised", WithReport(r => r.Budget.ByType[0].Realised--)),
        new("staff spending twice", ProgressRules.TypeRepeated, Budget + "by_type.type", WithReport(r => r.Budget.ByType[1].Type = SpendingType.Staff)),
        new("no type of spending", FieldRules.Required, Budget + "by_type.type", WithReport(r => r.Budget.ByType[1].Type = SpendingType.Unspecified)),
        new("spending of type 54", FieldRules.ValueUnknown, Budget + "by_type.type", WithReport(r => r.Budget.ByType[1].Type = (SpendingType)4)),
        new("capital spent over its ceiling", ProgressRules.PartOverCeiling, Budget + "by_type.realised", WithReport(r =>
            (r.Budget.ByType[2].Realised, r.Budget.ByType[0].Realised) = (100_000_001, 749_999_999))),
        new("a revision asked for tomorrow", FieldRules.DateInFuture, Budget + "waiting.submitted_date", WithReport(r => r.Budget.Waiting.SubmittedDate = "2026-01-06")),
        new("a revision asked for on no day", FieldRules.Required, Budget + "waiting.submitted_date", WithReport(r => r.Budget.Waiting.SubmittedDate = "")),
        new("a negative ceiling asked for", FieldRules.NumberOutOfRange, Budget + "waiting.ceiling", WithReport(r => r.Budget.Waiting.Ceiling = -1)),
    ];

    private static RuleExample[] Staff() =>
    [
        new("6 commissioners", ProgressRules.CommissionersMany, Headcount + "commissioners", WithReport(r => r.Headcount.Commissioners = 6)),
        new("-1 commissioners", FieldRules.NumberOutOfRange, Headcount + "commissioners", WithReport(r => r.Headcount.Commissioners = -1)),
        new("-1 PNS", FieldRules.NumberOutOfRange, Headcount + "civil_servants", WithReport(r => r.Headcount.CivilServants = -1)),
        new("-1 PPPK", FieldRules.NumberOutOfRange, Headcount + "contract_civil_servants", WithReport(r => r.Headcount.ContractCivilServants = -1)),
        new("-1 PPNPN", FieldRules.NumberOutOfRange, Headcount + "other_staff", WithReport(r => r.Headcount.OtherStaff = -1)),
        new("more requests answered than received", ProgressRules.RequestsDiffer, Requests + "received", WithReport(r => r.InformationRequests.Received = 7)),
        new("-1 requests", FieldRules.NumberOutOfRange, Requests + "received", WithReport(r => r.InformationRequests = new InformationRequests { Received = -1 })),
        new("-1 objections", FieldRules.NumberOutOfRange, Requests + "objections", WithReport(r => r.InformationRequests.Objections = -1)),
        new("more answered in time than answered", ProgressRules.RequestsDiffer, Requests + "answered_in_time", WithReport(r => r.InformationRequests.AnsweredInTime = 9)),
    ];

    private static RuleExample[] Plans() =>
    [
        new("a plan of another office", ProgressRules.OfficeOther, Plan + "office_code", WithPlan(p => p.OfficeCode = "5202")),
        new("a plan of 2028 in 2026", FieldRules.NumberOutOfRange, Plan + "year", WithPlan(p => p.Year = 2028)),
        new("a plan of 11 months", ProgressRules.PlanMonths, Plan + "cumulative_targets", WithPlan(p => p.CumulativeTargets.RemoveAt(11))),
        new("a plan that falls in August", ProgressRules.PlanFalls, Plan + "cumulative_targets", WithPlan(p => p.CumulativeTargets[7] = 0)),
        new("a plan below zero", FieldRules.NumberOutOfRange, Plan + "cumulative_targets", WithPlan(p => p.CumulativeTargets[0] = -1)),
    ];

    private static Budget Unparted(ProgressReport report)
    {
        report.Budget.ByType.Clear();
        return report.Budget;
    }
}
