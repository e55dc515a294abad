using KpuSync.Contracts.V1;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Glance;

/// <summary>A range at a glance.</summary>
/// <param name="Range">An office, a province or the nation.</param>
/// <param name="Now">When it was looked at.</param>
/// <param name="Month">The month whose reports are shown.</param>
/// <param name="Offices">Every office of the range, in code order.</param>
/// <param name="DuplicateCases">Open cases with a side in the range, each once.</param>
/// <param name="EntriesBehind">Ledger entries that the scanner has not looked at yet.</param>
/// <param name="Trend">Voters at the end of each month, oldest first; the last is the current one, so far.</param>
public sealed record GlanceView(
    OfficeCode Range, DateTimeOffset Now, ReportMonth Month, IReadOnlyList<OfficeGlance> Offices, long DuplicateCases, long EntriesBehind,
    IReadOnlyList<MonthVoters> Trend);

/// <summary>One office at a glance.</summary>
/// <param name="Office">The office.</param>
/// <param name="LastBatch">When its newest batch was committed; null if it never pushed.</param>
/// <param name="Held">Changes that are held.</param>
/// <param name="Duplicates">Open cases with a side in it.</param>
/// <param name="Parked">Changes that failed and are not settled.</param>
/// <param name="Voters">Active voters.</param>
/// <param name="Budget">Its report of the month; null if it has not reported.</param>
public sealed record OfficeGlance(
    OfficeCode Office, DateTimeOffset? LastBatch, long Held, long Duplicates, long Parked, SexCount Voters, OfficeBudget? Budget);

/// <summary>A reported budget, and how it stands.</summary>
/// <param name="Budget">As reported.</param>
/// <param name="Standing">Against ceiling, plan and the year's target.</param>
public sealed record OfficeBudget(Budget Budget, BudgetStanding Standing);

/// <summary>Voters at the end of a month.</summary>
/// <param name="Month">The month.</param>
/// <param name="Voters">How many.</param>
public sealed record MonthVoters(ReportMonth Month, SexCount Voters);
