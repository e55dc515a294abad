using KpuSync.Rules.Regions;

namespace KpuSync.Rules.Tests;

/// <summary>Regions that came after the release.</summary>
public class RegionOverlayTests
{
    private static readonly RegionCatalogue Shipped = RegionCatalogue.Default;

    private static readonly RegionCatalogue Later = Shipped.With(
        [new("5201019001", "Desa Baru"), new("520190", "Kecamatan Baru"), new("5201902001", "Desa Ujung"), new("5299", "Kabupaten Baru"), new("5201012002", "Nama Lain")], 3);

    [Fact]
    public void With_NewRegions_HasThemAndAllOthers()
    {
        Later.Version.ShouldBe($"{Shipped.Version}+3");
        Later.VillageCount.ShouldBe(Shipped.VillageCount + 2);
        Later.DistrictCount.ShouldBe(Shipped.DistrictCount + 1);
        Later.ContainsVillage("5201019001").ShouldBeTrue();
        Later.NameOf("5201902001").ShouldBe("Desa Ujung");
        Later.NameOf("5201012002").ShouldBe("Nama Lain");
        Later.ContainsRegency("5299").ShouldBeTrue();
        foreach (var office in Shipped.Offices)
        {
            foreach (var district in Shipped.DistrictsOf(office.Code))
            {
                Later.NameOf(district.Code).ShouldBe(district.Name);
                Later.VillagesOf(district.Code).Count.ShouldBeGreaterThanOrEqualTo(Shipped.VillagesOf(district.Code).Count);
            }
        }
    }

    [Fact]
    public void With_NewRegions_FindsThemByNameAndCountsThem()
    {
        Later.TryFindVillage("520101", "DESA BARU", out var village).ShouldBeTrue();
        village.ShouldBe("5201019001");
        Later.TryGetOffice("5201", out var office).ShouldBeTrue();
        Shipped.TryGetOffice("5201", out var before).ShouldBeTrue();
        office.DistrictCount.ShouldBe(before.DistrictCount + 1);
    }

    [Fact]
    public void With_RegencyWithoutDistricts_KnowsNoDistrictNumber()
    {
        Later.DistrictsOf("5299").ShouldBeEmpty();
        Later.MayHaveBeenDistrict("529901").ShouldBeFalse();
    }

    // A later release may have taken away what an import had hung something on.
    [Fact]
    public void With_ParentNotThere_LeavesThePartOutAndKeepsTheOthers()
    {
        var orphaned = Shipped.With([new("5201992001", "Desa Yatim"), new("9999", "Kabupaten Baru")], 1);

        orphaned.ContainsVillage("5201992001").ShouldBeFalse();
        orphaned.VillageCount.ShouldBe(Shipped.VillageCount);
        orphaned.ContainsVillage("9604062007").ShouldBe(Shipped.ContainsVillage("9604062007"));
    }

    [Fact]
    public void Plan_PartsBeforeTheirParents_TakesAll()
    {
        var plan = Plan(("5299012001", "Desa"), ("529901", "Kecamatan"), ("5299", "Kabupaten"));

        plan.Faults.ShouldBeEmpty();
        plan.Regions.Select(r => r.Code).ShouldBe(["5299", "529901", "5299012001"]);
    }

    [Fact]
    public void Plan_DottedCodeAndUntidyName_AreTidied() =>
        Plan(("52.01.01.9001", "  Desa   Baru ")).Regions.ShouldBe([new Region("5201019001", "Desa Baru")]);

    [Fact]
    public void Plan_KnownAlready_BringsNothing()
    {
        var plan = Plan(("5201", Shipped.NameOf("5201")!), ("5201019001", "Desa Baru"), ("5201019001", "Desa Baru"));

        (plan.Regions.Count, plan.Known, plan.Renamed).ShouldBe((1, 2, 0));
        Plan(("5201", "Kabupaten Lain")).Renamed.ShouldBe(1);
    }

    [Theory]
    [InlineData("52010", "Desa", "code", "REGION_CODE_MALFORMED")]
    [InlineData("52", "Provinsi", "code", "REGION_CODE_MALFORMED")]              // Its time zone stands in the code.
    [InlineData("5201010000", "Desa", "code", "REGION_CODE_MALFORMED")]
    [InlineData("٥٢٠١٠١٩٠٠١", "Desa", "code", "REGION_CODE_MALFORMED")]         // Digits, but not ASCII ones.
    [InlineData("5201019001", " ", "name", "REGION_NAME_UNUSABLE")]
    [InlineData("5201019001", "Desa\u0007", "name", "REGION_NAME_UNUSABLE")]
    [InlineData("5201019001", "Desa \uFFFD", "name", "REGION_NAME_UNUSABLE")]    // Not UTF-8.
    [InlineData("5201992001", "Desa", "code", "REGION_PARENT_UNKNOWN")]
    [InlineData("9999", "Kabupaten", "code", "REGION_PARENT_UNKNOWN")]
    public void Plan_FaultyRow_IsNamedAndTheOthersTaken(string code, string name, string column, string rule)
    {
        var plan = Plan((code, name), ("5201019002", "Desa Baik"));

        plan.Regions.ShouldBe([new Region("5201019002", "Desa Baik")]);
        var fault = plan.Faults.ShouldHaveSingleItem();
        (fault.Row, fault.Column, fault.Rule.Code).ShouldBe((1, column, rule));
    }

    [Fact]
    public void Plan_OneCodeUnderTwoNames_TakesNeither() =>
        Plan(("5201019001", "Satu"), ("5201019001", "Dua")).Faults.Select(f => f.Rule.Code).ShouldBe(["REGION_CODE_REPEATED", "REGION_CODE_REPEATED"]);

    private static RegionImport Plan(params (string Code, string Name)[] rows) =>
        RegionImport.Plan(Shipped, [.. rows.Select((row, index) => new RegionRow(index + 1, row.Code, row.Name))]);
}
