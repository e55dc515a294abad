using KpuSync.Rules.Values;

namespace KpuSync.Rules.Regions;

/// <summary>The calendar day of an office: WIB (+7), WITA (+8) or WIT (+9), without summer time.</summary>
public static class OfficeCalendar
{
    private static readonly TimeSpan Wib = TimeSpan.FromHours(7);
    private static readonly TimeSpan Wita = TimeSpan.FromHours(8);
    private static readonly TimeSpan Wit = TimeSpan.FromHours(9);

    /// <summary>The office's zone as hours ahead of UTC. Province and centre follow their own province; the centre is WIB.</summary>
    /// <remarks>Presidential Decree 41/1987; provinces that were split off later kept the zone of the one they came from.</remarks>
    public static TimeSpan OffsetOf(OfficeCode office) => office.ProvinceCode switch
    {
        // Bali and Nusa Tenggara; South, East and North Kalimantan; Sulawesi.
        "51" or "52" or "53" or "63" or "64" or "65" or "71" or "72" or "73" or "74" or "75" or "76" => Wita,
        // Maluku and Papua.
        "81" or "82" or "91" or "92" or "93" or "94" or "95" or "96" => Wit,
        // Sumatra, Java, West and Central Kalimantan, and the centre.
        _ => Wib,
    };

    /// <summary>Today in the office.</summary>
    public static DateOnly TodayIn(OfficeCode office, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        return DayIn(office, time.GetUtcNow());
    }

    /// <summary>The office's day at an instant.</summary>
    public static DateOnly DayIn(OfficeCode office, DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(OffsetOf(office)).DateTime);
}
