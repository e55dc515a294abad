using KpuSync.Rules.Values;

namespace KpuSync.Rules.Tests;

public class AgeTests
{
    [Theory]
    [InlineData("1987-03-12", "2026-03-11", 38)]
    [InlineData("1987-03-12", "2026-03-12", 39)]
    [InlineData("2008-02-29", "2025-02-28", 16)]   // Born on a leap day: the year is complete on 1 March.
    [InlineData("2008-02-29", "2025-03-01", 17)]
    [InlineData("2026-03-12", "2026-03-11", -1)]
    [InlineData("0001-01-01", "9999-12-31", 9998)]
    public void Of_Day_IsFullYears(string birthDate, string day, int expected) => Age.Of(Day(birthDate), Day(day)).ShouldBe(expected);

    [Theory]
    [InlineData("1926-01-05", "2026-01-04", false)]
    [InlineData("1926-01-05", "2026-01-05", false)]  // The 100th birthday itself.
    [InlineData("1926-01-05", "2026-01-06", true)]
    [InlineData("1924-02-29", "2024-02-29", false)]  // 2024 has the day.
    [InlineData("1924-02-29", "2024-03-01", true)]
    [InlineData("2000-02-29", "2100-03-01", false)]  // 2100 has not: the birthday is 1 March.
    [InlineData("2000-02-29", "2100-03-02", true)]
    [InlineData("9999-12-31", "9999-12-31", false)]
    public void IsOver100_Day_IsAfterTheBirthday(string birthDate, string day, bool expected) => Age.IsOver100(Day(birthDate), Day(day)).ShouldBe(expected);

    private static DateOnly Day(string text) => IsoDate.TryParse(text, out var day) ? day : throw new FormatException(text);
}
