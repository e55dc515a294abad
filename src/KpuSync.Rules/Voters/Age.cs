namespace KpuSync.Rules;

/// <summary>Ages as the rules count them.</summary>
public static class Age
{
    /// <summary>True if the day is after the person's 100th birthday.</summary>
    public static bool IsOver100(DateOnly birthDate, DateOnly day) => day > birthDate.AddYears(100);
}
