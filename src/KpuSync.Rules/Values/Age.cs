namespace KpuSync.Rules.Values;

/// <summary>Ages by the calendar.</summary>
/// <remarks>Somebody born on 29 February has a birthday on 1 March in other years: only then is the year complete.</remarks>
public static class Age
{
    /// <summary>Full years on a day; negative before the birth.</summary>
    public static int Of(DateOnly birthDate, DateOnly day)
    {
        var years = day.Year - birthDate.Year;
        return (day.Month, day.Day).CompareTo((birthDate.Month, birthDate.Day)) < 0 ? years - 1 : years;
    }

    /// <summary>Whether the day is after the 100th birthday; on the birthday itself nobody is over 100 yet.</summary>
    public static bool IsOver100(DateOnly birthDate, DateOnly effectiveDate)
    {
        var year = birthDate.Year + 100;
        if (year > DateOnly.MaxValue.Year)
            return false;
        var hasDay = birthDate is not { Month: 2, Day: 29 } || DateTime.IsLeapYear(year);
        return effectiveDate > (hasDay ? new DateOnly(year, birthDate.Month, birthDate.Day) : new DateOnly(year, 3, 1));
    }
}
