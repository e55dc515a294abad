using System.Globalization;

namespace KpuSync.Cli.Output;

/// <summary>Writes moments for people: local time of this computer with its offset.</summary>
internal static class Times
{
    public static string Local(CliEnvironment environment, DateTimeOffset moment) =>
        TimeZoneInfo.ConvertTime(moment, environment.Time.LocalTimeZone).ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
}
