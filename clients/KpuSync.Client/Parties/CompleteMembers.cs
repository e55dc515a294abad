using KpuSync.Client.Delta;
using KpuSync.Client.Items;
using KpuSync.Client.State;
using KpuSync.Client.Texts;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Parties;

namespace KpuSync.Client.Parties;

/// <summary>A file that is the whole list of its parties' members in the office: whom it no longer has is taken out.</summary>
/// <remarks>A row goes by its card whatever else is wrong with it, so that a mistake in a row takes nobody out.</remarks>
internal sealed class CompleteMembers(ItemBaseline baseline, MemberRemovalGround ground)
{
    // Cards that the file has, and whether it says of them that the member left.
    private readonly Dictionary<(int Party, string Card), bool> _seen = [];
    private readonly SortedDictionary<int, PartyCount> _counts = [];

    /// <summary>Rows whose member cannot be told. While there are any, nobody counts as gone.</summary>
    public int Unidentified { get; private set; }

    /// <summary>Sees a row.</summary>
    /// <param name="change">What could be read of it; null if it could not be taken apart.</param>
    public void See(Change? change)
    {
        var (party, card, leaves) = change switch
        {
            { PartyMember: { } member } => (member.PartyNumber, member.CardNumber, false),
            { PartyMemberRemoval: { } removal } => (removal.PartyNumber, removal.CardNumber, true),
            _ => (0, "", false),
        };
        if (PartyNumber.IsValid(party) && MemberCard.IsValid(card))
            _seen[(party, card)] = leaves;
        else
            Unidentified++;
    }

    /// <summary>The removals of those that are gone. Call it when all rows were seen.</summary>
    public IEnumerable<Change> Gone()
    {
        foreach (var party in _seen.Keys.Select(key => key.Party).Distinct().Order().ToList())
        {
            var (members, removals) = (0, 0);
            var gone = new List<Change>();
            foreach (var (card, hash) in baseline.MembersOf(party))
            {
                if (WasTakenOut(party, card, hash))
                    continue;
                members++;
                if (!_seen.TryGetValue((party, card), out var leaves))
                    gone.Add(Removal(party, card, ground));
                else if (leaves)
                    removals++;
            }

            _counts[party] = new PartyCount(party, removals + gone.Count, members);
            foreach (var change in gone)
                yield return change;
        }
    }

    /// <exception cref="MassRemovalException">More than the share of a party's members would be taken out.</exception>
    public void Check(double shareMax)
    {
        var over = _counts.Values.Where(count => RemovalTally.IsOver(count.Removals, count.Members, shareMax)).ToList();
        if (over.Count > 0)
            throw ClientTexts.MemberMassRemoval(over, shareMax);
    }

    // The baseline keeps only a hash: of somebody who was taken out it is that of a removal, on one ground or another.
    private static bool WasTakenOut(int party, string card, ulong hash) => Array.Exists(
        Enum.GetValues<MemberRemovalGround>(), ground => ground is not MemberRemovalGround.Unspecified && ItemIdentity.HashOf(Removal(party, card, ground)) == hash);

    private static Change Removal(int party, string card, MemberRemovalGround ground) =>
        new() { PartyMemberRemoval = new PartyMemberRemoval { PartyNumber = party, CardNumber = card, Ground = ground } };
}
