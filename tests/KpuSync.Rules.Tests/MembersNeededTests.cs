using KpuSync.Rules.Parties;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;

namespace KpuSync.Rules.Tests;

public class MembersNeededTests
{
    [Theory]
    [InlineData("5203", 1_457_591, 1_000)]      // Lombok Timur: 1/1,000 would be more than 1,000.
    [InlineData("5208", 269_989, 270)]          // Lombok Utara: rounded up.
    [InlineData("5207", 156_059, 157)]          // Sumbawa Barat.
    public void Of_OfficeOfNtb_IsTheLesser(string office, long population, long needed)
    {
        MembersNeeded.PopulationOf(OfficeCode.Parse(office)).ShouldBe(population);
        MembersNeeded.Of(population).ShouldBe(needed);
    }

    [Theory]
    [InlineData(1_000_000, 1_000)]
    [InlineData(1_000_001, 1_000)]
    [InlineData(999_000, 999)]
    [InlineData(1, 1)]
    public void Of_AtTheEdges_IsExact(long population, long needed) => MembersNeeded.Of(population).ShouldBe(needed);

    [Fact]
    public void Of_PopulationNotKnown_IsTheMost()
    {
        MembersNeeded.PopulationOf(OfficeCode.Parse("1101")).ShouldBeNull();
        MembersNeeded.Of(null).ShouldBe(1_000);
    }

    // The province's figure of the same source (5,751,295) is the sum of its offices.
    [Fact]
    public void PopulationOf_OfficesOfNtb_SumToTheProvince() => RegionCatalogue.Default.Offices
        .Where(office => office.Code.StartsWith("52", StringComparison.Ordinal))
        .Sum(office => MembersNeeded.PopulationOf(OfficeCode.Parse(office.Code)) ?? 0).ShouldBe(5_751_295);
}
