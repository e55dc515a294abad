using KpuSync.Contracts.V1;
using KpuSync.Core.Duplicates.Matching;

namespace KpuSync.Core.Tests.Matching;

public class ExactClassTests
{
    public static TheoryData<string, CaseClass, Action<VoterRecord>> Others => new()
    {
        { "nothing", CaseClass.K1, _ => { } },
        { "address", CaseClass.K1, People.Move },
        { "name written otherwise", CaseClass.K1, other => other.Name = "HJ. ST. NOERHALIZA" },
        { "kind of birth place", CaseClass.K1, other => other.BirthPlace = "KEC. GERUNG" },
        { "name", CaseClass.K2, other => other.Name = "SITI AMINAH" },
        { "titles alone", CaseClass.K2, other => other.Name = "HJ." },
        { "birth date", CaseClass.K2, other => other.BirthDate = "1980-03-22" },
        { "birth place", CaseClass.K2, other => other.BirthPlace = "PRAYA" },
        { "sex", CaseClass.K2, other => other.Sex = Sex.Male },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void Of_OneNik_IsK1OnlyIfTheIdentityAgrees(string differs, CaseClass expected, Action<VoterRecord> change) =>
        ExactClass.Of(People.One(), People.One(change)).ShouldBe(expected, differs);

    [Fact]
    public void Of_TwoNiks_IsNone() => ExactClass.Of(People.One(), People.IssuedAnew()).ShouldBeNull();
}
