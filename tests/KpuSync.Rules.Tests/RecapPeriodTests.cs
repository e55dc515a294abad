using KpuSync.Rules.Values;

namespace KpuSync.Rules.Tests;

public class RecapPeriodTests
{
    [Theory]
    [InlineData("2026-01", "2026-01-01", "2026-01-31")]
    [InlineData("2028-02", "2028-02-01", "2028-02-29")]  // A leap year.
    [InlineData("2026-12", "2026-12-01", "2026-12-31")]
    [InlineData("2026-Q1", "2026-01-01", "2026-03-31")]
    [InlineData("2026-Q3", "2026-07-01", "2026-09-30")]
    [InlineData("2026-q4", "2026-10-01", "2026-12-31")]
    [InlineData("2026-S1", "2026-01-01", "2026-06-30")]
    [InlineData("2026-s2", "2026-07-01", "2026-12-31")]
    public void TryParse_Period_HasItsDays(string text, string firstDay, string lastDay)
    {
        var period = RecapPeriod.Parse(text);

        (IsoDate.Text(period.FirstDay), IsoDate.Text(period.LastDay)).ShouldBe((firstDay, lastDay));
        period.ToString().ShouldBe(text.ToUpperInvariant());
        RecapPeriod.Parse(period.ToString()).ShouldBe(period);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026")]
    [InlineData("2026-00")]
    [InlineData("2026-13")]
    [InlineData("2026-1")]
    [InlineData("2026-Q0")]
    [InlineData("2026-Q5")]
    [InlineData("2026-S3")]
    [InlineData("2026-T1")]
    [InlineData("2026-1x")]
    [InlineData("2026/10")]
    [InlineData("1999-10")]     // Before the range.
    [InlineData("٢٠٢٦-10")]     // Digits, but not ASCII ones.
    [InlineData("2026-Q3 ")]
    public void TryParse_Malformed_Fails(string? text) => RecapPeriod.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Overlaps_QuarterAndItsSemester_Do()
    {
        RecapPeriod.Parse("2026-S2").Overlaps(RecapPeriod.Parse("2026-Q3")).ShouldBeTrue();
        RecapPeriod.Parse("2026-09").Overlaps(RecapPeriod.Parse("2026-Q4")).ShouldBeFalse();
    }
}
