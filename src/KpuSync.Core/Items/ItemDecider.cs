using Google.Protobuf;
using KpuSync.Contracts.V1;
using KpuSync.Core.Parties;
using KpuSync.Core.Progress;
using KpuSync.Core.Push;
using KpuSync.Rules.Registry;

namespace KpuSync.Core.Items;

/// <summary>Decides a change of an item against what the office keeps. It changes nothing.</summary>
internal static class ItemDecider
{
    public static Decision Decide(in ScreenedChange screened, ItemKey key, in DecisionContext at)
    {
        var change = screened.Change;
        var current = at.View.FindItem(key);
        if (change.IfRevision is { } revision && !(current?.Position == revision.Position && current.Index == revision.Index))
            return new Decision(OutcomeStatus.Conflict, [.. screened.Violations, StateRules.RevisionNotCurrent.At("if_revision")]);
        if (PartyDecider.CheckParty(screened, key, at) is { } stopped)
            return stopped;
        if (change.KindCase is Change.KindOneofCase.PartyMemberRemoval)
            return PartyDecider.DecideRemoval(screened, current);
        if (current is not null && current.Record.AsSpan().SequenceEqual(ItemTransition.MessageOf(change, current).ToByteArray()))
            return new Decision(OutcomeStatus.Unchanged, screened.Violations);
        return change.KindCase switch
        {
            Change.KindOneofCase.ProgressReport => ReportDecider.Decide(screened, at.View),
            Change.KindOneofCase.PartyMember => PartyDecider.DecideMember(screened, current),
            _ => new Decision(OutcomeStatus.Applied, screened.Violations),
        };
    }
}
