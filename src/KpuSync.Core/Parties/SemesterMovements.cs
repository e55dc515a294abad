using KpuSync.Contracts.V1;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Parties;

/// <summary>What moved in a party's list between two pictures of it. Pure.</summary>
internal static class SemesterMovements
{
    /// <summary>The movement of a semester.</summary>
    /// <param name="semester">The semester.</param>
    /// <param name="before">The members at the end of the one before.</param>
    /// <param name="after">The members at its end, or today.</param>
    /// <param name="picture">The picture that <paramref name="after"/> was judged by: it knows why somebody was taken out.</param>
    public static SemesterMovement Between(RecapPeriod semester, IReadOnlyList<JudgedMember> before, IReadOnlyList<JudgedMember> after, ListPicture picture)
    {
        var statuses = after.ToDictionary(KeyOf, member => member.Status);
        var moves = new Dictionary<(MemberStatus Before, MemberStatus After), int>();
        var grounds = new Dictionary<MemberRemovalGround, int>();
        foreach (var member in before)
        {
            if (statuses.Remove(KeyOf(member), out var now))
            {
                Count(moves, (member.Status, now));
                continue;
            }

            Count(moves, (member.Status, MemberStatus.Unspecified));
            Count(grounds, picture.Places[member.Member.Nik].Single(place => place.IsSamePlace(member.Member)).Removed);
        }

        foreach (var entered in statuses.Values)
            Count(moves, (MemberStatus.Unspecified, entered));
        return MovementOf(semester, before, picture.Day, moves, grounds);
    }

    private static SemesterMovement MovementOf(
        RecapPeriod semester,
        IReadOnlyList<JudgedMember> before,
        DateOnly day,
        Dictionary<(MemberStatus Before, MemberStatus After), int> moves,
        Dictionary<MemberRemovalGround, int> grounds)
    {
        var byStatus = before.CountBy(member => member.Status).ToDictionary();
        var movement = new SemesterMovement
        {
            Semester = semester.ToString(),
            AsOfDate = IsoDate.Text(day),
            MembersBefore = before.Count,
            EligibleBefore = byStatus.GetValueOrDefault(MemberStatus.Eligible),
            MendableBefore = byStatus.GetValueOrDefault(MemberStatus.Mendable),
            NotEligibleBefore = byStatus.GetValueOrDefault(MemberStatus.NotEligible),
            Entered = moves.Where(move => move.Key.Before is MemberStatus.Unspecified).Sum(move => move.Value),
            Left = grounds.Values.Sum(),
        };
        movement.Removals.AddRange(grounds.OrderBy(g => g.Key).Select(g => new RemovalCount { Ground = g.Key, Members = g.Value }));
        movement.Moves.AddRange(moves.Where(move => move.Key.Before != move.Key.After).OrderBy(move => move.Key)
            .Select(move => new StatusMove { Before = move.Key.Before, After = move.Key.After, Members = move.Value }));
        return movement;
    }

    // Within one list of one office: a card in the hands of a person.
    private static (string Card, Nik Nik) KeyOf(JudgedMember judged) => (judged.Member.Card, judged.Member.Nik);

    private static void Count<T>(Dictionary<T, int> counts, T key)
        where T : notnull => counts[key] = counts.GetValueOrDefault(key) + 1;
}
