using KpuSync.Rules.Checking;
using KpuSync.Rules.Registry;

namespace KpuSync.Rules.Parties;

/// <summary>Day and document of what an office took down.</summary>
internal static class RecordedPaper
{
    private const int DocumentMax = 100;

    public static Broken? Day(string day, DateOnly today) => day.Length == 0 ? FieldRules.Required : PastDay.Check(day, today);

    public static Broken? Document(string document)
    {
        if (string.IsNullOrWhiteSpace(document))
            return FieldRules.Required;
        return TextForm.HoldsIdentityNumber(document) ? FieldRules.TextHoldsIdentityNumber : TextForm.Free(document, DocumentMax);
    }
}
