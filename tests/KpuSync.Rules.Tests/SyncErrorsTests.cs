using KpuSync.Contracts.V1;
using KpuSync.Rules.Registry;

namespace KpuSync.Rules.Tests;

public class SyncErrorsTests
{
    [Fact]
    public void All_EveryReasonOfTheContract_HasItsTexts() =>
        SyncErrors.All.Select(error => error.Reason).ShouldBe(Enum.GetValues<ErrorReason>().Where(reason => reason != ErrorReason.Unspecified));

    [Fact]
    public void All_Texts_AreWrittenAlikeInBothLanguages() => SyncErrors.All.ShouldAllBe(error =>
        RuleText.PlacesOf(error.Text(Language.English)).Order().SequenceEqual(error.Metadata.Order())
        && error.Text(Language.Indonesian).EndsWith('.') && error.Text(Language.English).EndsWith('.'));

    [Fact]
    public void TextOf_Limit_SaysLimitAndActual()
    {
        var metadata = new Dictionary<string, string> { ["limit"] = "1000", ["actual"] = "1200" };
        SyncErrors.TextOf(ErrorReason.BatchTooManyChanges, metadata, Language.English)
            .ShouldBe("The batch has 1200 changes, the limit is 1000. Cut it and send the parts.");
        SyncErrors.TextOf(ErrorReason.BatchTooManyChanges, metadata, Language.Indonesian)
            .ShouldBe("Kiriman berisi 1200 perubahan, paling banyak 1000. Pecah kiriman, lalu kirim bagian-bagiannya.");
    }

    [Fact]
    public void ReasonOf_CodeOnTheWire_IsTheReason()
    {
        SyncErrors.ReasonOf("SEQUENCE_GAP").ShouldBe(ErrorReason.SequenceGap);
        SyncErrors.ReasonOf("FROM_THE_FUTURE").ShouldBe(ErrorReason.Unspecified);
        SyncErrors.All.ShouldAllBe(error => SyncErrors.ReasonOf(error.Code) == error.Reason);
    }

    [Theory]
    [InlineData(ErrorReason.Unspecified)]
    [InlineData((ErrorReason)999)]
    public void Of_UnknownReason_IsInternal(ErrorReason reason) => SyncErrors.Of(reason).Reason.ShouldBe(ErrorReason.Internal);
}
