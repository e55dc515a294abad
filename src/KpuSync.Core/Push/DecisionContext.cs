using KpuSync.Core.Items;
using KpuSync.Core.Register;
using KpuSync.Rules.Registry;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Push;

/// <summary>What a change meets when it is decided.</summary>
/// <param name="View">The office's register as the changes before it left it.</param>
/// <param name="Replaced">The pending change that it corrects or carries out; its hold does not block it.</param>
/// <param name="OfficeDay">The office's day.</param>
/// <param name="Severities">Severities that rules have here.</param>
/// <param name="IsRelease">True if it is <paramref name="Replaced"/> whose turn has come: then only older holds block it, not what came after it.</param>
/// <param name="IsIdentityConfirmed">True if somebody looked and says that name and birth date may both change.</param>
public readonly record struct DecisionContext(
    OfficeView View,
    PendingChange? Replaced,
    DateOnly OfficeDay,
    RuleSeverities Severities,
    bool IsRelease = false,
    bool IsIdentityConfirmed = false)
{
    /// <summary>True if an open hold of this person comes before the change.</summary>
    public bool IsBlocked(Nik nik) => IsBehindAny(View.OpenHolds(nik, Replaced));

    /// <summary>True if an open hold of this item comes before the change.</summary>
    public bool IsBlocked(ItemKey item) => IsBehindAny(View.OpenHolds(item, Replaced));

    private bool IsBehindAny(IReadOnlyList<PendingChange> holds)
    {
        foreach (var hold in holds)
        {
            if (!IsRelease || hold.Place < Replaced!.Place)
                return true;
        }

        return false;
    }
}
