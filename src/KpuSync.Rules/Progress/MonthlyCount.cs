using KpuSync.Rules.Checking;

namespace KpuSync.Rules.Progress;

/// <summary>People, requests and items of one office in one month.</summary>
internal static class MonthlyCount
{
    private const int Max = 1_000_000;

    public static Broken? Check(int count) => NumberForm.Between(count, 0, Max);
}
