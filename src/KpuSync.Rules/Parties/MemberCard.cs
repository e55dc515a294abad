using System.Buffers;
using KpuSync.Rules.Checking;
using KpuSync.Rules.Registry;

namespace KpuSync.Rules.Parties;

/// <summary>The number of a member card (KTA). Each party numbers as it likes, so only the signs are checked.</summary>
public static class MemberCard
{
    /// <summary>Most characters.</summary>
    public const int LengthMax = 32;

    private static readonly SearchValues<char> Signs = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-/");

    /// <summary>Whether it can be a card's number.</summary>
    public static bool IsValid(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return number.Length is > 0 and <= LengthMax && number.AsSpan().IndexOfAnyExcept(Signs) < 0;
    }

    internal static Broken? Check(string number)
    {
        if (number.Length == 0)
            return FieldRules.Required;
        return IsValid(number) ? null : PartyRules.CardMalformed;
    }
}
