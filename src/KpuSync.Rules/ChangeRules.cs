using KpuSync.Contracts.V1;
using KpuSync.Rules.Checking;
using KpuSync.Rules.Parties;
using KpuSync.Rules.Progress;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Registry;
using KpuSync.Rules.Values;
using KpuSync.Rules.Voters;

namespace KpuSync.Rules;

/// <summary>Every rule of a change that needs no other record. Used by the server before it decides, and by clients offline.</summary>
/// <remarks>Safe for many threads.</remarks>
public sealed class ChangeRules(CurrentRegions regions, VillageTransfers? transfers = null, RuleSeverities? severities = null)
{
    /// <summary>Version of the rule set; receipts and ledger entries carry it, with what <see cref="Severities"/> adds.</summary>
    public const string RuleSetVersion = "2";

    /// <summary>Most characters that a rule set's version may have, with every severity that can be changed.</summary>
    public const int RuleSetVersionLengthMax = 1_000;

    private static readonly VillageTransfers NoTransfers = new();
    private static readonly ChangeValidator Changes = new();
    private static readonly VoterUpsertValidator Upserts = new();
    private static readonly VoterRecordValidator Records = new();
    private static readonly VerificationValidator Verifications = new();
    private static readonly VoterRemovalValidator Removals = new();
    private static readonly VoterNikChangeValidator NikChanges = new();
    private static readonly VoterClaimValidator Claims = new();
    private static readonly PartyProfileValidator Profiles = new();
    private static readonly PartyManagementValidator Managements = new();
    private static readonly PartyOfficeValidator Offices = new();
    private static readonly PartyAccountValidator Accounts = new();
    private static readonly PartyMemberValidator Members = new();
    private static readonly PartyMemberRemovalValidator MemberRemovals = new();
    private static readonly MembershipStatementValidator Statements = new();
    private static readonly NameComplaintValidator Complaints = new();
    private static readonly ProgressReportValidator Reports = new();
    private static readonly BudgetValidator Budgets = new();
    private static readonly HeadcountValidator Headcounts = new();
    private static readonly InformationRequestsValidator InformationRequests = new();
    private static readonly PublicationsValidator Publications = new();
    private static readonly ProgressPlanValidator Plans = new();

    /// <summary>The rules with the catalogue that ships inside.</summary>
    public static ChangeRules Default { get; } = new(new CurrentRegions());

    /// <summary>The catalogue that the rules look regions up in.</summary>
    public RegionCatalogue Regions => regions.Today;

    /// <summary>Village codes that were replaced; none where nobody gives any, as at a client.</summary>
    public VillageTransfers Transfers => transfers ?? NoTransfers;

    /// <summary>Severities that rules have here; each its own where nobody gives any, as at a client.</summary>
    public RuleSeverities Severities => severities ?? RuleSeverities.None;

    /// <summary>Violations and warnings of one change, in the order of its fields; at most 20, empty if there are none.</summary>
    /// <param name="change">The change. Whatever its fields hold, this does not throw.</param>
    /// <param name="office">The office whose register it would change.</param>
    /// <param name="today">The office's calendar day.</param>
    public IReadOnlyList<Violation> Check(Change change, OfficeCode office, DateOnly today) => Check(change, office, today, Regions);

    /// <summary>As <see cref="Check(Change, OfficeCode, DateOnly)"/>, for whoever writes down by which catalogue: an import may replace it in between.</summary>
    /// <param name="change">The change. Whatever its fields hold, this does not throw.</param>
    /// <param name="office">The office whose register it would change.</param>
    /// <param name="today">The office's calendar day.</param>
    /// <param name="catalogue">The regions.</param>
    public IReadOnlyList<Violation> Check(Change change, OfficeCode office, DateOnly today, RegionCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(change);
        var at = new Circumstances(catalogue, Transfers, office.Value, today, IsoDate.TryParse(change.EffectiveDate, out var day) ? day : today);
        var findings = new Findings(Severities);
        findings.Check(Changes, change, at, "");
        switch (change.KindCase)
        {
            case Change.KindOneofCase.VoterUpsert:
                findings.Check(Upserts, change.VoterUpsert, at, "voter_upsert.");
                findings.Check(Records, change.VoterUpsert.Voter, at, "voter_upsert.voter.");
                findings.Check(Verifications, change.VoterUpsert.Verification, at, "voter_upsert.verification.");
                break;
            case Change.KindOneofCase.VoterRemoval:
                findings.Check(Removals, change.VoterRemoval, at, "voter_removal.");
                break;
            case Change.KindOneofCase.VoterNikChange:
                findings.Check(NikChanges, change.VoterNikChange, at, "voter_nik_change.");
                findings.Check(Records, change.VoterNikChange.Voter, at, "voter_nik_change.voter.");
                findings.Check(Verifications, change.VoterNikChange.Verification, at, "voter_nik_change.verification.");
                break;
            case Change.KindOneofCase.VoterClaim:
                findings.Check(Claims, change.VoterClaim, at, "voter_claim.");
                break;
            case Change.KindOneofCase.PartyProfile:
                findings.Check(Profiles, change.PartyProfile, at, "party_profile.");
                break;
            case Change.KindOneofCase.PartyManagement:
                findings.Check(Managements, change.PartyManagement, at, "party_management.");
                break;
            case Change.KindOneofCase.PartyOffice:
                findings.Check(Offices, change.PartyOffice, at, "party_office.");
                break;
            case Change.KindOneofCase.PartyAccount:
                findings.Check(Accounts, change.PartyAccount, at, "party_account.");
                break;
            case Change.KindOneofCase.PartyMember:
                findings.Check(Members, change.PartyMember, at, "party_member.");
                break;
            case Change.KindOneofCase.PartyMemberRemoval:
                findings.Check(MemberRemovals, change.PartyMemberRemoval, at, "party_member_removal.");
                break;
            case Change.KindOneofCase.MembershipStatement:
                findings.Check(Statements, change.MembershipStatement, at, "membership_statement.");
                break;
            case Change.KindOneofCase.NameComplaint:
                findings.Check(Complaints, change.NameComplaint, at, "name_complaint.");
                break;
            case Change.KindOneofCase.ProgressReport:
                findings.Check(Reports, change.ProgressReport, at, "progress_report.");
                findings.Check(Budgets, change.ProgressReport.Budget, at, "progress_report.budget.");
                findings.Check(Headcounts, change.ProgressReport.Headcount, at, "progress_report.headcount.");
                findings.Check(InformationRequests, change.ProgressReport.InformationRequests, at, "progress_report.information_requests.");
                findings.Check(Publications, change.ProgressReport.Publications, at, "progress_report.publications.");
                break;
            case Change.KindOneofCase.ProgressPlan:
                findings.Check(Plans, change.ProgressPlan, at, "progress_plan.");
                break;
        }

        return findings.ToList();
    }

    /// <summary>What is wrong with the evidence that somebody over 100 was checked; empty if nothing is.</summary>
    /// <param name="verification">The evidence.</param>
    /// <param name="office">The office that settles the hold.</param>
    /// <param name="today">The office's calendar day.</param>
    public IReadOnlyList<Violation> Check(Verification verification, OfficeCode office, DateOnly today)
    {
        var findings = new Findings(Severities);
        findings.Check(Verifications, verification, new Circumstances(Regions, Transfers, office.Value, today, today), "verification.");
        return findings.ToList();
    }
}
