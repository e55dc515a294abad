using KpuSync.Rules.Registry;
using KpuSync.Rules.Values;

namespace KpuSync.Rules.Checking;

/// <summary>A day that has come already, or none.</summary>
internal static class PastDay
{
    public static Broken? Check(string text, DateOnly today)
    {
        if (text.Length == 0)
            return null;
        if (!IsoDate.TryParse(text, out var day))
            return FieldRules.DateMalformed;
        return day > today ? FieldRules.DateInFuture : null;
    }
}
