using KpuSync.Contracts.V1;
using KpuSync.Rules.Registry;

namespace KpuSync.Rules.Checking;

/// <summary>Rules of a change around its kind.</summary>
internal sealed class ChangeValidator : MessageValidator<Change>
{
    private const int ReferenceMax = 64;

    public ChangeValidator()
    {
        Field("reference", s => s.Message.Reference, static (_, reference) =>
            TextForm.HoldsIdentityNumber(reference) ? FieldRules.TextHoldsIdentityNumber : TextForm.Free(reference, ReferenceMax));
        Field("effective_date", s => s.Message.EffectiveDate, static (s, date) => PastDay.Check(date, s.At.Today));
        Field("if_revision.position", s => s.Message.IfRevision, static (_, revision) => revision is null ? null : NumberForm.AtLeast(revision.Position, 1));
        Field("if_revision.index", s => s.Message.IfRevision, static (_, revision) => revision is null ? null : NumberForm.AtLeast(revision.Index, 0));
        Field("corrects.sequence", s => s.Message.Corrects, static (_, corrects) => corrects is null ? null : NumberForm.AtLeast(corrects.Sequence, 1));
        Field("corrects.index", s => s.Message.Corrects, static (_, corrects) => corrects is null ? null : NumberForm.AtLeast(corrects.Index, 0));
        Field("", s => s.Message, static (_, change) => change.KindCase == Change.KindOneofCase.None ? StateRules.ChangeKindUnknown : null);
    }
}
