using KpuSync.Contracts.V1;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Parties;

/// <summary>A member of a list, and what is wrong.</summary>
/// <param name="Member">The member.</param>
/// <param name="Problems">The problems; none if the member meets the conditions.</param>
internal readonly record struct JudgedMember(ListedMember Member, IReadOnlyList<ProblemFound> Problems)
{
    /// <summary>The worst that the problems amount to.</summary>
    public MemberStatus Status => MemberJudge.StatusOf(Problems);
}

/// <summary>A party's list in an office on a day, with everything that its members are judged by except the voter register.</summary>
internal sealed record ListPicture
{
    /// <summary>The office's day.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The members who were not taken out, in card order.</summary>
    public required IReadOnlyList<ListedMember> Members { get; init; }

    /// <summary>By person: where members and former members of the list stand or stood. The list itself may be in it.</summary>
    public required ILookup<Nik, ListedMember> Places { get; init; }

    /// <summary>What the persons stated.</summary>
    public required IReadOnlyDictionary<Nik, MembershipStatement> Statements { get; init; }

    /// <summary>What came of the persons' complaints about the party.</summary>
    public required IReadOnlyDictionary<Nik, ComplaintFinding> Complaints { get; init; }

    /// <summary>Judges the members.</summary>
    /// <param name="notRegistered">Who is not an active voter of the office; true for the dead.</param>
    public List<JudgedMember> Judge(IReadOnlyDictionary<Nik, bool> notRegistered)
    {
        var judged = new List<JudgedMember>(Members.Count);
        foreach (var member in Members)
        {
            var isMissing = notRegistered.TryGetValue(member.Nik, out var isDead);
            var evidence = new MemberEvidence(
                [.. Places[member.Nik].Where(other => !other.IsSamePlace(member))],
                IsRegistered: !isMissing, isDead, Statements.GetValueOrDefault(member.Nik), Complaints.GetValueOrDefault(member.Nik));
            judged.Add(new JudgedMember(member, MemberJudge.ProblemsOf(member, evidence, Day)));
        }

        return judged;
    }
}
