using System.Globalization;

namespace KpuSync.TestKit.People;

/// <summary>Dates as records hold them.</summary>
internal static class DateTexts
{
    public static string Of(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly Read(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
