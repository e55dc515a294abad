using System.Globalization;
using KpuSync.Rules.Registry;

namespace KpuSync.Forms;

/// <summary>How a language writes numbers. The programs run without culture data, so the one difference that matters is told here.</summary>
public static class LanguageNumbers
{
    private static readonly CultureInfo Indonesian = WithSeparators(".", ",");

    /// <summary>The language's separators.</summary>
    public static CultureInfo Numbers(this Language language) => language == Language.Indonesian ? Indonesian : CultureInfo.InvariantCulture;

    /// <summary>A whole number.</summary>
    public static string Number(this Language language, long number) => number.ToString("N0", language.Numbers());

    private static CultureInfo WithSeparators(string group, string point)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberGroupSeparator = group;
        culture.NumberFormat.NumberDecimalSeparator = point;
        culture.NumberFormat.PercentGroupSeparator = group;
        culture.NumberFormat.PercentDecimalSeparator = point;
        return CultureInfo.ReadOnly(culture);
    }
}
