using CsCheck;
using KpuSync.Rules.Values;

namespace KpuSync.Rules.Tests;

public class IsoDateTests
{
    [Theory]
    [InlineData("2024-02-29", true)]
    [InlineData("2023-02-29", false)]   // Not a leap year.
    [InlineData("1900-02-29", false)]   // A century that is not divisible by 400.
    [InlineData("2000-02-29", true)]
    [InlineData("0001-01-01", true)]
    [InlineData("9999-12-31", true)]
    [InlineData("0000-01-01", false)]
    [InlineData("2024-13-01", false)]
    [InlineData("2024-00-01", false)]
    [InlineData("2024-04-31", false)]
    [InlineData("2024-04-00", false)]
    [InlineData("2024-4-1", false)]
    [InlineData("2024/04/01", false)]
    [InlineData(" 2024-04-1", false)]
    [InlineData("2024-04-01T00:00", false)]
    [InlineData("٢٠٢٤-04-01", false)]   // Digits, but not ASCII ones.
    [InlineData("-024-04-01", false)]
    [InlineData("", false)]
    public void TryParse_AnyText_SaysWhetherItIsADay(string text, bool expected) => IsoDate.TryParse(text, out _).ShouldBe(expected);

    [Fact]
    public void Text_AnyDay_ReadsBackTheSame() => Gen.DateOnly.Sample(day => IsoDate.TryParse(IsoDate.Text(day), out var read) && read == day);
}
