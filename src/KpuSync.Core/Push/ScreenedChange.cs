using KpuSync.Contracts.V1;
using KpuSync.Core.Items;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Push;

/// <summary>A change after every check that needs no other record.</summary>
/// <param name="Change">The change.</param>
/// <param name="Nik">The person that it is about: the record's NIK, or the one to remove; null if it cannot be read.</param>
/// <param name="OldNik">The number that a NIK change corrects; null for other kinds or if it cannot be read.</param>
/// <param name="Violations">Errors and warnings found so far.</param>
public readonly record struct ScreenedChange(Change Change, Nik? Nik, Nik? OldNik, IReadOnlyList<Violation> Violations)
{
    /// <summary>The item that it is about; null if it is about a voter, or its key cannot be read.</summary>
    public ItemKey? Item { get; } = ItemKeys.Of(Change);

    /// <summary>True if a rule refuses the change whatever the register says.</summary>
    public bool IsRejected
    {
        get
        {
            for (var i = 0; i < Violations.Count; i++)
            {
                if (Violations[i].Severity is Severity.Error)
                    return true;
            }

            return false;
        }
    }
}
