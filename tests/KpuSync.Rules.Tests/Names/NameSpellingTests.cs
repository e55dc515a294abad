using CsCheck;
using KpuSync.Rules.Names;

namespace KpuSync.Rules.Tests.Names;

public class NameSpellingTests
{
    [Theory]
    [InlineData("SOEDJONO", "SUYONO")]      // One letter for old j and new j, since a j alone may be either.
    [InlineData("SUJONO", "SUYONO")]
    [InlineData("TJHAI", "KHAI")]           // The c that tj leaves still meets its h.
    [InlineData("TDJAHJA", "TYAHYA")]
    [InlineData("HASSAN", "HASAN")]
    [InlineData("M", "M")]
    [InlineData("MM", "MM")]                // Short words are degrees and initials: M.M. is not M.
    [InlineData("NOËL", "NUL")]
    [InlineData("Ærø", "ARO")]
    [InlineData("a-b c", "ABC")]
    [InlineData("", "")]
    public void Fold_Word_IsOneSpelling(string word, string expected) => NameSpelling.Fold(word).ShouldBe(expected);

    [Fact]
    public void Fold_FoldedWord_ChangesNothing() => Gen.String[Gen.Char["ACDEHJKNOSTUY"], 0, 12].Sample(word =>
    {
        var once = NameSpelling.Fold(word);

        NameSpelling.Fold(once).ShouldBe(once);
    });
}
