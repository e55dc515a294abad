using KpuSync.Contracts.V1;
using KpuSync.Rules.Voters;

namespace KpuSync.Rules.Tests;

public class KetCodesTests
{
    [Theory]
    [InlineData("B", KetKind.New, RemovalGround.Unspecified)]
    [InlineData(" u ", KetKind.Changed, RemovalGround.Unspecified)]
    [InlineData("1", KetKind.Removal, RemovalGround.Deceased)]
    [InlineData("01", KetKind.Removal, RemovalGround.Deceased)]   // A spreadsheet column formatted as text with zeros.
    [InlineData("4", KetKind.Removal, RemovalGround.MovedAway)]
    [InlineData("5", KetKind.Removal, RemovalGround.ForeignCitizen)]
    [InlineData("8", KetKind.PollingStationWrong, RemovalGround.Unspecified)]
    public void TryGet_CurrentList_GivesKindAndGround(string text, KetKind kind, RemovalGround ground)
    {
        KetCodes.Current.TryGet(text, out var code).ShouldBeTrue();
        code.ShouldNotBeNull();
        (code.Kind, code.Ground).ShouldBe((kind, ground));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("9")]    // Only the list of 2018 has it.
    [InlineData("BU")]
    [InlineData("TMS")]
    public void TryGet_NotInTheList_Fails(string text) => KetCodes.Current.TryGet(text, out _).ShouldBeFalse();

    // The same number means other things in other years: a list must be named, never guessed.
    [Fact]
    public void TryGet_FiveAndEightIn2018_MeanOtherThings()
    {
        KetCodes.Of2018.TryGet("5", out var five).ShouldBeTrue();
        five.ShouldNotBeNull().Ground.ShouldBe(RemovalGround.UnknownPerson);
        KetCodes.Of2018.TryGet("8", out var eight).ShouldBeTrue();
        eight.ShouldNotBeNull().Kind.ShouldBe(KetKind.Remark);
        KetCodes.Of2018.TryGet("12", out _).ShouldBeTrue();
    }

    [Fact]
    public void Lists_EveryRemoval_HasAGround() => KetCodes.Lists.SelectMany(list => list.Codes)
        .ShouldAllBe(code => code.Kind == KetKind.Removal == (code.Ground != RemovalGround.Unspecified));
}
