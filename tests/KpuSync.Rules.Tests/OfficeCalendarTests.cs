using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;
using Microsoft.Extensions.Time.Testing;

namespace KpuSync.Rules.Tests;

public class OfficeCalendarTests
{
    // Presidential Decree 41/1987, and provinces that were split off later.
    [Theory]
    [InlineData(7, "11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 61 62")]
    [InlineData(8, "51 52 53 63 64 65 71 72 73 74 75 76")]
    [InlineData(9, "81 82 91 92 93 94 95 96")]
    public void OffsetOf_EveryOfficeOfAProvince_IsItsZone(int hours, string provinces)
    {
        ArgumentNullException.ThrowIfNull(provinces);
        foreach (var province in provinces.Split(' '))
        {
            RegionCatalogue.Default.ContainsProvince(province).ShouldBeTrue();
            OfficeCalendar.OffsetOf(OfficeCode.Parse($"P{province}")).ShouldBe(TimeSpan.FromHours(hours));
            OfficeCalendar.OffsetOf(OfficeCode.Parse($"{province}01")).ShouldBe(TimeSpan.FromHours(hours));
        }
    }

    [Fact]
    public void OffsetOf_Centre_IsWib() => OfficeCalendar.OffsetOf(OfficeCode.Centre).ShouldBe(TimeSpan.FromHours(7));

    [Theory]
    [InlineData("3171", "2026-01-04")]  // Jakarta: 23:30, still yesterday.
    [InlineData("5201", "2026-01-05")]  // Lombok: half an hour past midnight.
    [InlineData("9171", "2026-01-05")]
    public void TodayIn_NearMidnight_IsTheOfficesOwnDay(string office, string expected)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 1, 4, 16, 30, 0, TimeSpan.Zero));
        IsoDate.Text(OfficeCalendar.TodayIn(OfficeCode.Parse(office), time)).ShouldBe(expected);
    }
}
