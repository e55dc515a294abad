using KpuSync.Core.Duplicates;
using KpuSync.Core.Register;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Tests;

/// <summary>Blocks of people who are compared: those of the index together with those of the page that is being indexed.</summary>
public class KeyBlockTests
{
    private static readonly RegistrationKey A = Person(1);
    private static readonly RegistrationKey B = Person(2);
    private static readonly RegistrationKey C = Person(3);

    [Fact]
    public void With_SomebodyWhoIsInIt_CountsThemOnce() => KeyBlock.Of(7, [A, B], 3).With([B, C], 3).Members.ShouldBe([A, B, C]);

    [Fact]
    public void With_OneTooMany_IsOversizeAndComparesNobody()
    {
        var block = KeyBlock.Of(7, [A, B], 2).With([C], 2);
        (block.IsOversize, block.Members.Count).ShouldBe((true, 0));
    }

    // Whether the page's own keys are written by then is a matter of moments; what is compared must not be.
    [Fact]
    public void With_AnOversizeBlock_StaysOversize() => KeyBlock.Of(7, [A, B, C], 2).With([A], 2).IsOversize.ShouldBeTrue();

    private static RegistrationKey Person(long number) => new(Nik.FromTrusted(5201_0101_0190_0000 + number), OfficeCode.FromTrusted("5201"));
}
