using CsCheck;
using KpuSync.Rules.Values;

namespace KpuSync.Rules.Tests;

public class NikTests
{
    private static readonly Gen<string> SixteenDigits = Gen.Char['0', '9'].Array[16].Select(digits => new string(digits));

    [Theory]
    [InlineData("520101120118700")]    // 15 digits.
    [InlineData("52010112011870011")]  // 17 digits.
    [InlineData("5201011201180000")]   // Serial 0000 is never issued.
    [InlineData("٥201011201187001")]   // A digit, but not an ASCII one.
    [InlineData("1111111111111111")]   // All digits equal: a placeholder.
    [InlineData("0000000000000000")]
    [InlineData("1234567890123456")]   // The keyboard's order: a placeholder.
    [InlineData("5.20101E+15")]        // What a spreadsheet makes of it.
    [InlineData("-201011201187001")]   // A sign is no digit.
    [InlineData(" 201011201187001")]
    [InlineData("0")]                  // One system's "unknown", which then counts as one big duplicate.
    [InlineData("")]
    public void TryParse_Malformed_Fails(string text) => Nik.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void ToString_AnyNik_IsMasked() => Nik.Parse("5201011201870391").ToString().ShouldBe("5201********0391");

    [Fact]
    public void Parse_NotANik_DoesNotSayWhatItWas() =>
        Should.Throw<FormatException>(() => Nik.Parse("52010112018703")).Message.ShouldNotContain("5201");

    [Fact]
    public void ToFullText_AnyNik_ReadsBackTheSame() => SixteenDigits.Sample(text =>
    {
        if (!Nik.TryParse(text, out var nik))
            return;
        nik.ToFullText().ShouldBe(text);
        Nik.FromTrusted(nik.Value).ShouldBe(nik);
        nik.Serial.ShouldBeInRange(1, 9999);
        nik.RegencyPart.ToString("0000", null).ShouldBe(text[..4]);
        nik.ToString().ShouldNotContain(text[4..12]);
    });

    [Fact]
    public void TryParse_AnyNkk_ReadsBackTheSame() => SixteenDigits.Sample(text =>
    {
        if (Nkk.TryParse(text, out var nkk))
            nkk.ToFullText().ShouldBe(text);
        nkk.ToString()[4..12].ShouldBe("********");
    });

    // Leading zeros are part of the number: the key in the database is an integer.
    [Fact]
    public void TryParse_LeadingZero_KeepsIt() => Nik.Parse("0101011201870391").ToFullText().ShouldBe("0101011201870391");

    [Fact]
    public void TryParse_AnyText_SucceedsOnlyOnSixteenAsciiDigits() => Gen.String.Sample(text =>
        !Nik.TryParse(text, out _) || (text.Length == 16 && text.All(char.IsAsciiDigit)));
}
