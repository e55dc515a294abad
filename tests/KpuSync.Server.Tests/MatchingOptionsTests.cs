using KpuSync.Core.Duplicates.Matching;
using KpuSync.Server.Configuration;
using Microsoft.Extensions.Configuration;

namespace KpuSync.Server.Tests;

public class MatchingOptionsTests
{
    private readonly ServerOptionsValidator _validator = new();

    [Fact]
    public void Bind_OneParameter_LeavesTheOthersAsTheyAre()
    {
        var matching = Bind(("Matching:CaseBitsMin", "30.5"), ("Matching:OneCard:BirthDateEqual:U", "0.03"), ("Matching:OtherCards:Name:WordEqual:M", "0.9")).Matching;

        matching.CaseBitsMin.ShouldBe(30.5);
        matching.OneCard.BirthDateEqual.ShouldBe(new MatchOptions().OneCard.BirthDateEqual with { U = 0.03 });
        matching.OtherCards.Name.WordEqual.ShouldBe(new MatchOptions().OtherCards.Name.WordEqual with { M = 0.9 });
        matching.OtherCards.BirthDateEqual.ShouldBe(new MatchOptions().OtherCards.BirthDateEqual);
    }

    [Fact]
    public void Validate_Defaults_AreUsable() => _validator.Validate(null, new ServerOptions()).Succeeded.ShouldBeTrue();

    [Theory]
    [InlineData("Matching:CaseBitsMin", "NaN", "KpuSync:Matching:CaseBitsMin is")]
    [InlineData("Matching:BlockPeopleMax", "1", "KpuSync:Matching:BlockPeopleMax is")]
    [InlineData("Matching:OneCard:NkkEqual:U", "0", "KpuSync:Matching:OneCard:NkkEqual is")]   // A finding that never happens by chance would decide alone.
    [InlineData("Matching:OtherCards:Name:WordSimilar:M", "1.5", "KpuSync:Matching:OtherCards:Name:WordSimilar is")]
    public void Validate_ParameterOutOfRange_IsNamed(string key, string value, string named)
    {
        var result = _validator.Validate(null, Bind((key, value)));

        result.Failed.ShouldBeTrue();
        result.FailureMessage.ShouldContain(named);
    }

    [Fact]
    public void Bind_UnknownParameter_IsRefused() =>
        Should.Throw<InvalidOperationException>(() => Bind(("Matching:OneCard:NameEqual:U", "0.1")));

    private static ServerOptions Bind(params (string Key, string Value)[] settings)
    {
        var options = new ServerOptions();
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build()
            .Bind(options, binder => binder.ErrorOnUnknownConfiguration = true);
        return options;
    }
}
