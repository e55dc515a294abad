using CsCheck;
using KpuSync.Rules.Names;

namespace KpuSync.Rules.Tests.Names;

public class NormalizedNameTests
{
    // Whole words, titles, degrees, marks and odd letters: what a name column holds, and what it should not.
    private static readonly Gen<string> Name = Gen.OneOf(
        Gen.OneOf(
            "MUHAMMAD", "MOH.", "M.", "MOCH", "L.", "LALU", "BQ.", "BAIQ", "H.", "HJ.", "TGH.", "DRS.", "DR", "TUAN", "GURU", "ST.", "SITI", "NUR", "HAYATI", "SOEKARNO", "DJUANDA",
            "TJUT", "ABD.", "BIN", "BINTI", "AISYAH", "S.PD.", "S. PD", "SH", ", S.E", ", M.M.", "A.MD.KEB", "H", "S", "PD", "I", "SA'DIAH", "RENÉE", "TDJH", "OOE", "KHH", ",", ".", "(ALM)", "محمد"),
        Gen.String[Gen.Char["ABCDEHIJKLMNOPSTUY .,'"], 0, 8])
        .Array[0, 7].Select(parts => string.Join(' ', parts));

    [Theory]
    [InlineData("MUHAMMAD RIZKI", "MOH. RIZKI")]                       // The most frequent name of all, and how clerks shorten it.
    [InlineData("MUHAMMAD RIZKI", "MOCHAMAD RIZKI")]
    [InlineData("MUHAMMAD RIZKI", "M. RIZKI")]
    [InlineData("MUHAMMAD RIZKI", "M RIZKI")]                          // The dot is left out as often.
    [InlineData("MUHAMMAD RIZKI", "MUH.RIZKI")]                        // So is the space.
    [InlineData("MUHAMMAD RIZKI", "MUCHAMMAD RIZKI")]
    [InlineData("ACHMAD FAUZI", "AHMAD FAUZI")]
    [InlineData("ABD. RAHMAN", "ABDUL RAHMAN")]
    [InlineData("SOEKARNO", "SUKARNO")]                                // Before 1947 oe.
    [InlineData("DJUANDA", "JUANDA")]                                  // Before 1972 dj, tj, j, nj, sj, ch.
    [InlineData("TJUT NJAK DIEN", "CUT NYAK DIEN")]
    [InlineData("JUSUF SJARIFUDDIN", "YUSUF SYARIFUDIN")]
    [InlineData("CHAIRIL ANWAR", "KHAIRIL ANWAR")]
    [InlineData("SITTI AMINNAH", "SITI AMINAH")]                       // Doubled letters.
    [InlineData("NUR HAYATI", "NURHAYATI")]                            // Spaces.
    [InlineData("AHMAD FAUZI", "FAUZI AHMAD")]                         // Order.
    [InlineData("H. ABDUL AZIZ", "ABDUL AZIZ")]
    [InlineData("PROF. DR. H. ABDUL AZIZ, S.H., M.M.", "ABDUL AZIZ")]
    [InlineData("DRS. H. M. ALI", "MUHAMMAD ALI")]                     // A title, a title, and a short form that is none.
    [InlineData("H.M.ALI", "MUHAMMAD ALI")]
    [InlineData("SRI WAHYUNI, S.PD.", "SRI WAHYUNI")]
    [InlineData("SRI WAHYUNI S. PD", "SRI WAHYUNI")]
    [InlineData("SRI WAHYUNI SPD", "SRI WAHYUNI")]
    [InlineData("SRI WAHYUNI, A.MD.KEB., S.KM", "SRI WAHYUNI")]
    [InlineData("SRI WAHYUNI, S.FIL.X.", "SRI WAHYUNI")]               // A degree that nobody listed.
    [InlineData("FAUZI, H.", "FAUZI")]
    [InlineData("L. AHMAD", "LALU AHMAD")]                             // Birth titles of Lombok stay, in their long form.
    [InlineData("L. H. AHMAD", "LALU AHMAD")]
    [InlineData("BQ. SRI RAHAYU", "BAIQ SRI RAHAYU")]
    [InlineData("TGH. MUHAMMAD ZAINUDDIN", "MOH ZAINUDIN")]
    [InlineData("TUAN GURU HAJI UMAR", "UMAR")]
    [InlineData("HJ. ST. AMINAH", "SITI AMINAH")]
    [InlineData("UMAR BIN KHATTAB", "UMAR")]                           // A father's name is in one register and not in the next.
    [InlineData("AISYAH BINTI ABU BAKAR, S.H.", "AISYAH")]
    [InlineData("SA'DIAH", "SADIAH")]
    [InlineData("RENÉE", "RENEE")]
    [InlineData("NURHAYATI (ALM)", "NURHAYATI")]
    [InlineData("nur  hayati", "NUR HAYATI")]
    public void IsSameAs_OnePersonWrittenTwice_IsTrue(string one, string other) =>
        NormalizedName.Of(one).IsSameAs(NormalizedName.Of(other)).ShouldBeTrue(NormalizedName.Of(one).Text + " / " + NormalizedName.Of(other).Text);

    [Theory]
    [InlineData("RINA", "RINI")]                                       // A vowel is another name.
    [InlineData("HASAN", "HUSEN")]
    [InlineData("SITI AMINAH", "SITI AISYAH")]
    [InlineData("LALU AHMAD", "AHMAD")]                                // LALU is part of the name to those who carry it.
    [InlineData("BINTI KHOIRIYAH", "KHOIRIYAH")]                       // In Java BINTI is a given name, if it stands in front.
    [InlineData("MADE ARTANA", "MUHAMMAD ARTANA")]
    public void IsSameAs_OtherNames_IsFalse(string one, string other) =>
        NormalizedName.Of(one).IsSameAs(NormalizedName.Of(other)).ShouldBeFalse();

    [Theory]
    [InlineData("SE")]                                                 // A degree elsewhere, but here all there is.
    [InlineData("M.")]                                                 // Nothing follows that it could belong to.
    [InlineData("LALU")]
    [InlineData("BIN ALI")]
    public void Of_ShortFormAlone_IsTheName(string name) => NormalizedName.Of(name).IsEmpty.ShouldBeFalse();

    [Theory]
    [InlineData("H.")]
    [InlineData("DRS. H.")]
    [InlineData("HJ. , S.PD.")]
    [InlineData("S.PD.")]
    [InlineData("...")]
    [InlineData("123")]
    [InlineData("")]
    public void Of_TitlesAlone_IsEmptyAndEqualsNothing(string name)
    {
        var empty = NormalizedName.Of(name);

        empty.IsEmpty.ShouldBeTrue(empty.Text);
        empty.IsSameAs(empty).ShouldBeFalse();
        empty.IsSameAs(NormalizedName.Of("H.")).ShouldBeFalse();
    }

    // Goal: comparing what was normalised once or twice gives one answer. Method: normalise the normalised text again.
    [Fact]
    public void Of_NormalisedText_ChangesNothing() => Name.Sample(name =>
    {
        var once = NormalizedName.Of(name).Text;

        NormalizedName.Of(once).Text.ShouldBe(once, $"'{name}'");
    }, iter: 5_000);

    // Goal: the key does not depend on the order of words. Method: shuffle the words of a normalised name that has no titles, short forms or patronymics left.
    [Fact]
    public void Key_WordsInAnyOrder_IsTheSame() =>
        Gen.OneOf("AHMAD", "FAUZI", "SUKARNO", "SITI", "AMINAH", "NURHAYATI", "UMAR").Array[1, 5]
            .SelectMany(words => Gen.Shuffle(words), (words, shuffled) => (words, shuffled))
            .Sample((words, shuffled) =>
                NormalizedName.Of(string.Join(' ', shuffled)).Key.ShouldBe(NormalizedName.Of(string.Join(' ', words)).Key));

    // Goal: any text is safe. Method: arbitrary characters; the words hold letters and nothing else.
    [Fact]
    public void Of_AnyText_HoldsLettersOnly() => Gen.String.Sample(text =>
        NormalizedName.Of(text).Words.ShouldAllBe(word => word.Length > 0 && word.All(char.IsLetter)));
}
