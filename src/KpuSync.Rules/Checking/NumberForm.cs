using System.Globalization;
using KpuSync.Rules.Registry;

namespace KpuSync.Rules.Checking;

/// <summary>Ranges of numbers and values of enums.</summary>
internal static class NumberForm
{
    public static Broken? Between(long value, long min, long max) =>
        value >= min && value <= max ? null : new Broken(FieldRules.NumberOutOfRange, ("min", Text(min)), ("max", Text(max)));

    public static Broken? AtLeast(long value, int min) => value >= min ? null : new Broken(FieldRules.NumberTooSmall, ("min", Text(min)));

    /// <summary>A number that only the server gives.</summary>
    public static Broken? None(long value) => value == 0 ? null : FieldRules.ValueUnknown;

    /// <summary>An enum of the contract, whose values count from 1 without gaps; 0 is "not given".</summary>
    /// <param name="value">The value's number.</param>
    /// <param name="last">The number of the last value.</param>
    public static Broken? RequiredEnum(int value, int last)
    {
        if (value == 0)
            return FieldRules.Required;
        return value > 0 && value <= last ? null : FieldRules.ValueUnknown;
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
