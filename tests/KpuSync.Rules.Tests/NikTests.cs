using KpuSync.Rules.Values;

namespace KpuSync.Rules.Tests;

public class NikTests
{
    [Theory]
    [InlineData("520101120118700")]    // 15 digits.
    [InlineData("5201011201180000")]   // Serial 0000 is never issued.
    [InlineData("٥201011201187001")]   // A digit, but not an ASCII one.
    [InlineData("1111111111111111")]   // All digits equal: a placeholder.
    [InlineData("1234567890123456")]   // The keyboard's order: a placeholder.
    [InlineData("5.20101E+15")]        // What a spreadsheet makes of it.
    [InlineData("")]
    public void TryParse_Malformed_Fails(string text) => Nik.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void ToString_AnyNik_IsMasked() => Nik.Parse("5201011201870391").ToString().ShouldBe("5201********0391");
}
