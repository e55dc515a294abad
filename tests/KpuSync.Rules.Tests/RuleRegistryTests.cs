using Google.Protobuf.Reflection;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Registry;

namespace KpuSync.Rules.Tests;

public class RuleRegistryTests
{
    [Fact]
    public void All_Rules_HaveCodesOfTheirOwn() => RuleRegistry.All.Select(rule => rule.Code).ShouldBeUnique();

    [Fact]
    public void All_Rules_AreWrittenAlikeInBothLanguages() => RuleRegistry.All.ShouldAllBe(rule =>
        rule.Code.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_')
        && rule.Severity != Severity.Unspecified
        && rule.Since >= 1
        && rule.Indonesian.EndsWith('.')
        && rule.English.EndsWith('.')
        && RuleText.PlacesOf(rule.English).Order().SequenceEqual(rule.Parameters.Order()));

    // A person sees these names in every message; a field that is new in the contract must get one.
    [Fact]
    public void FieldNames_EveryFieldOfAChange_HasOne()
    {
        MessageDescriptor[] messages =
        [
            VoterRecord.Descriptor, VoterUpsert.Descriptor, VoterRemoval.Descriptor, VoterNikChange.Descriptor,
            Verification.Descriptor, Revision.Descriptor, ChangeRef.Descriptor,
            PartyProfile.Descriptor, PartyManagement.Descriptor, PartyOfficer.Descriptor, PartyOffice.Descriptor, PartyAccount.Descriptor,
            PartyMember.Descriptor, PartyMemberRemoval.Descriptor, MembershipStatement.Descriptor, NameComplaint.Descriptor,
        ];
        foreach (var field in messages.SelectMany(message => message.Fields.InDeclarationOrder()).Where(field => field.Name != "verification"))
            FieldNames.Of($"a.{field.Name}", Language.English).ShouldNotBe($"a.{field.Name}");
    }

    [Fact]
    public void TextOf_Parameters_AreFilledIn()
    {
        var violation = FieldRules.TextTooLong.At("voter_upsert.voter.name", ("max", "100"));
        RuleRegistry.TextOf(violation, Language.Indonesian).ShouldBe("Nama: paling banyak 100 karakter.");
        RuleRegistry.TextOf(violation, Language.English).ShouldBe("Name: at most 100 characters.");
    }

    [Fact]
    public void TextOf_FileRule_NamesColumnAndClosest() =>
        RuleRegistry.TextOf(FileRules.HeaderColumnMissing.At("", ("column", "TGL_LHR"), ("closest", "TGL_LAHIR")), Language.English)
            .ShouldBe("Column TGL_LHR is missing from the header. The closest that stands there: TGL_LAHIR.");

    // A server of a newer rule set answers an older client: the code is better than nothing.
    [Fact]
    public void TextOf_UnknownCode_IsTheCode() =>
        RuleRegistry.TextOf(new Violation { Code = "FROM_THE_FUTURE" }, Language.English).ShouldBe("FROM_THE_FUTURE");

    [Fact]
    public void TextOf_MissingParameter_KeepsTheSentence() =>
        RuleRegistry.TextOf(FieldRules.TextTooLong.At("name"), Language.English).ShouldBe("Name: at most {max} characters.");

    [Theory]
    [InlineData("{", "{")]
    [InlineData("a {b", "a {b")]
    [InlineData("a } b", "a } b")]
    [InlineData("{x}{x}", "11")]
    [InlineData("{y}", "{y}")]
    public void Fill_AnyText_FillsKnownNamesOnly(string text, string expected) => RuleText.Fill(text, name => name == "x" ? "1" : null).ShouldBe(expected);

    [Theory]
    [InlineData("voter_upsert.voter.birth_date", "TGL_LHR")]
    [InlineData("voter_upsert.verification.date", "VERIF_TGL")]
    [InlineData("effective_date", "TGL_BERLAKU")]
    [InlineData("if_revision.position", "")]
    [InlineData("", "")]
    public void ColumnOf_FieldPath_IsTheExportsColumn(string path, string expected) => FieldNames.ColumnOf(path).ShouldBe(expected);
}
