using KpuSync.Rules.Checking;

namespace KpuSync.Rules.Parties;

/// <summary>The number of a party on the ballot: its key.</summary>
public static class PartyNumber
{
    /// <summary>The lowest.</summary>
    public const int Min = 1;

    /// <summary>The highest; two digits stand on the ballot.</summary>
    public const int Max = 99;

    /// <summary>Whether a party can have the number.</summary>
    public static bool IsValid(int number) => number is >= Min and <= Max;

    internal static Broken? Check(int number) => NumberForm.Between(number, Min, Max);
}
