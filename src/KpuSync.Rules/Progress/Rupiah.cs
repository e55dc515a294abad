using System.Globalization;
using KpuSync.Rules.Checking;

namespace KpuSync.Rules.Progress;

/// <summary>Whole rupiah of one office's budget.</summary>
internal static class Rupiah
{
    // A thousand times what the largest offices have, so that the nation's sum fits into 64 bits.
    private const long Max = 1_000_000_000_000_000;

    public static Broken? Check(long amount) => NumberForm.Between(amount, 0, Max);

    /// <summary>As the texts of rules show it: plain digits, which nobody can take for another number.</summary>
    public static string Text(long amount) => amount.ToString(CultureInfo.InvariantCulture);
}
