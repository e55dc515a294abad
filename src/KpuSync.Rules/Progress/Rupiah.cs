using System.Globalization;

namespace KpuSync.Rules.Progress;

/// <summary>Whole rupiah as the texts of rules show them: plain digits, which nobody can take for another number.</summary>
internal static class Rupiah
{
    public static string Text(long amount) => amount.ToString(CultureInfo.InvariantCulture);
}
