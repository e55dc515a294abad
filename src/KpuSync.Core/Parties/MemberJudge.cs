using KpuSync.Contracts.V1;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Parties;

/// <summary>What a member is judged by, besides the record itself.</summary>
/// <param name="Others">Where else the person stands or stood.</param>
/// <param name="IsRegistered">True if the person is an active voter of the office.</param>
/// <param name="IsDead">True if the office has registered the person's death.</param>
/// <param name="Statement">What the person stated; null if nothing.</param>
/// <param name="Complaint">What came of the person's complaint about this party; unspecified if there is none.</param>
public readonly record struct MemberEvidence(
    IReadOnlyList<ListedMember> Others, bool IsRegistered, bool IsDead, MembershipStatement? Statement, ComplaintFinding Complaint);

/// <summary>Finds what is wrong with a member (PKPU 4/2022). Pure.</summary>
public static class MemberJudge
{
    // Law 2/2008, article 14: a member is 17, or is or was married.
    private const int MemberAge = 17;

    /// <summary>The problems, in their order; none if the member meets the conditions.</summary>
    /// <param name="member">The member, not taken out.</param>
    /// <param name="evidence">What is known beside the record.</param>
    /// <param name="today">The office's day.</param>
    public static IReadOnlyList<ProblemFound> ProblemsOf(ListedMember member, in MemberEvidence evidence, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(member);
        var problems = new List<ProblemFound>();
        Add(problems, MemberProblem.DoubleInParty, InParty(member, evidence.Others));
        Add(problems, MemberProblem.DoubleBetweenParties, BetweenParties(member, evidence));
        Add(problems, MemberProblem.Occupation, member.Occupation is MemberOccupation.Other ? MemberStatus.Eligible : MemberStatus.NotEligible);
        var isOfAge = member.MaritalStatus is not MaritalStatus.NotMarried || Age.Of(member.BirthDate, today) >= MemberAge;
        Add(problems, MemberProblem.Age, isOfAge ? MemberStatus.Eligible : MemberStatus.NotEligible);
        Add(problems, MemberProblem.NotInRegister, evidence.IsRegistered || evidence.IsDead ? MemberStatus.Eligible : MemberStatus.Mendable);
        Add(problems, MemberProblem.Deceased, evidence.IsDead ? MemberStatus.NotEligible : MemberStatus.Eligible);
        var wasNotEligible = member.WasNotEligible || evidence.Others.Any(other => other.Party == member.Party && other.WasNotEligible);
        Add(problems, MemberProblem.EnteredAgain, wasNotEligible ? MemberStatus.NotEligible : MemberStatus.Eligible);
        Add(problems, MemberProblem.WithoutConsent, evidence.Complaint switch
        {
            ComplaintFinding.Open => MemberStatus.Mendable,
            ComplaintFinding.Confirmed => MemberStatus.NotEligible,
            _ => MemberStatus.Eligible,
        });
        return problems;
    }

    /// <summary>What problems amount to: the worst of them.</summary>
    public static MemberStatus StatusOf(IReadOnlyList<ProblemFound> problems) =>
        problems.Count == 0 ? MemberStatus.Eligible : problems.Max(problem => problem.Status);

    // Which of two offices' lists came first, no ledger says: the party takes one of them out.
    private static MemberStatus InParty(ListedMember member, IReadOnlyList<ListedMember> others)
    {
        var status = MemberStatus.Eligible;
        foreach (var other in others.Where(other => other.Party == member.Party && other.Removed is MemberRemovalGround.Unspecified))
        {
            if (other.Office != member.Office)
                status = Worse(status, MemberStatus.Mendable);
            else if ((other.Position, other.Index).CompareTo((member.Position, member.Index)) < 0)
                status = MemberStatus.NotEligible;
        }

        return status;
    }

    private static MemberStatus BetweenParties(ListedMember member, in MemberEvidence evidence)
    {
        if (!evidence.Others.Any(other => other.Party != member.Party && other.Removed is MemberRemovalGround.Unspecified))
            return MemberStatus.Eligible;
        if (evidence.Statement is not { } statement)
            return MemberStatus.Mendable;
        return statement.PartyNumber == member.Party ? MemberStatus.Eligible : MemberStatus.NotEligible;
    }

    private static MemberStatus Worse(MemberStatus a, MemberStatus b) => a > b ? a : b;

    private static void Add(List<ProblemFound> problems, MemberProblem problem, MemberStatus status)
    {
        if (status is not MemberStatus.Eligible)
            problems.Add(new ProblemFound { Problem = problem, Status = status });
    }
}
