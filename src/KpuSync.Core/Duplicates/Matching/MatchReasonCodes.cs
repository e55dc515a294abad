using System.Numerics;

namespace KpuSync.Core.Duplicates.Matching;

/// <summary>The stable codes of what was found in comparing two people.</summary>
public static class MatchReasonCodes
{
    private static readonly string[] Codes =
    [
        "NAME_EQUAL", "NAME_SIMILAR", "NAME_CONTAINED", "NAME_DIFFERENT", "NAME_EMPTY",
        "BIRTH_DATE_EQUAL", "BIRTH_DATE_FIRST_OF_JANUARY", "FIRST_OF_JANUARY_YEAR_NEAR", "BIRTH_DAY_MONTH_SWAPPED", "BIRTH_YEAR_NEAR", "BIRTH_DATE_PARTLY", "BIRTH_DATE_DIFFERENT",
        "NIK_NEAR", "NIK_REGION_ONLY", "NIK_SERIAL_ONLY", "NIK_DIFFERENT",
        "NKK_EQUAL", "ADDRESS_EQUAL", "VILLAGE_EQUAL", "VILLAGE_DIFFERENT",
        "BIRTH_PLACE_EQUAL", "BIRTH_PLACE_SIMILAR", "BIRTH_PLACE_DIFFERENT",
        "SEX_EQUAL", "SEX_DIFFERENT",
    ];

    /// <summary>Every code there is.</summary>
    public static IReadOnlyList<string> All => Codes;

    /// <summary>The codes of <paramref name="reasons"/>, names first.</summary>
    public static IReadOnlyList<string> Of(MatchReasons reasons)
    {
        var codes = new List<string>(6);
        for (var left = (uint)reasons; left != 0; left &= left - 1)
            codes.Add(Codes[BitOperations.TrailingZeroCount(left)]);
        return codes;
    }
}
