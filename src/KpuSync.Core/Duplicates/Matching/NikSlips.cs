using KpuSync.Rules.Values;

namespace KpuSync.Core.Duplicates.Matching;

/// <summary>Compares identity numbers digit by digit.</summary>
internal static class NikSlips
{
    private const long SerialSize = 10_000;
    private const long DateSize = 1_000_000;

    public static NikSlip Between(Nik a, Nik b)
    {
        if (a.Value / SerialSize == b.Value / SerialSize)
            return NikSlip.Serial;
        if (!AreOneApart(a.Value, b.Value))
            return NikSlip.None;
        return a.Value % (SerialSize * DateSize) == b.Value % (SerialSize * DateSize) ? NikSlip.Region : NikSlip.Date;
    }

    private static bool AreOneApart(long a, long b)
    {
        // At the last place where they differ the rest must agree, or be this digit and the next in the other order.
        for (; a != b; (a, b) = (a / 10, b / 10))
        {
            if (a % 10 != b % 10)
                return a / 10 == b / 10 || (a / 100 == b / 100 && a % 10 == b / 10 % 10 && b % 10 == a / 10 % 10);
        }

        return false;
    }
}
