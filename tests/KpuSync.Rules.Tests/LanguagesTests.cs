using CsCheck;
using KpuSync.Rules.Registry;

namespace KpuSync.Rules.Tests;

public class LanguagesTests
{
    [Theory]
    [InlineData(null, Language.Indonesian)]
    [InlineData("", Language.Indonesian)]
    [InlineData("*", Language.Indonesian)]
    [InlineData("fr", Language.Indonesian)]                // Neither: the default.
    [InlineData("en", Language.English)]
    [InlineData("EN-gb", Language.English)]
    [InlineData("en-US,en;q=0.9", Language.English)]
    [InlineData("fr, en;q=0.5", Language.English)]         // The best of those that we have.
    [InlineData("id-ID,id;q=0.9,en;q=0.8", Language.Indonesian)]
    [InlineData("en;q=0.3, id;q=0.7", Language.Indonesian)]
    [InlineData("in,en;q=0.9", Language.Indonesian)]       // The old tag of Indonesian.
    [InlineData("en;q=0", Language.Indonesian)]            // Not acceptable.
    [InlineData("en;q=lots", Language.Indonesian)]
    [InlineData("english", Language.Indonesian)]
    public void From_AcceptLanguage_IsTheBestThatWeHave(string? text, Language expected) => Languages.From(text).ShouldBe(expected);

    [Fact]
    public void From_AnyText_NeverThrows() => Gen.String.Sample(text => Enum.IsDefined(Languages.From(text)));

    [Fact]
    public void Tag_Language_ReadsBackTheSame() => Enum.GetValues<Language>().ShouldAllBe(language => Languages.From(Languages.Tag(language)) == language);
}
