using CsCheck;
using KpuSync.Rules.Regions;

namespace KpuSync.Rules.Tests;

public class RegionCatalogueTests
{
    private static readonly RegionCatalogue Regions = RegionCatalogue.Default;

    [Fact]
    public void Counts_ShippedData_AreThoseOfItsSource()
    {
        Regions.Version.ShouldBe("idn-area-data 3.1.2");
        Regions.ProvinceCount.ShouldBe(38);
        Regions.Offices.Count.ShouldBe(514);
        Regions.DistrictCount.ShouldBe(7_277);
        Regions.VillageCount.ShouldBe(83_763);
    }

    // Districts and villages as published by the NTB offices themselves.
    [Theory]
    [InlineData("5201", "Kabupaten Lombok Barat", 10, 122)]
    [InlineData("5202", "Kabupaten Lombok Tengah", 12, 154)]
    [InlineData("5203", "Kabupaten Lombok Timur", 21, 254)]
    [InlineData("5204", "Kabupaten Sumbawa", 24, 165)]
    [InlineData("5205", "Kabupaten Dompu", 8, 81)]
    [InlineData("5206", "Kabupaten Bima", 18, 191)]
    [InlineData("5207", "Kabupaten Sumbawa Barat", 8, 65)]
    [InlineData("5208", "Kabupaten Lombok Utara", 5, 43)]
    [InlineData("5271", "Kota Mataram", 6, 50)]
    [InlineData("5272", "Kota Bima", 5, 41)]
    public void TryGetOffice_NtbOffice_HasItsDistrictsAndVillages(string code, string name, int districts, int villages) =>
        (Regions.TryGetOffice(code, out var office) ? office : null).ShouldBe(new OfficeRegion(code, name, districts, villages));

    [Fact]
    public void VillagesOf_EveryDistrictOfEveryOffice_AreAllVillages()
    {
        var villages = Regions.Offices.SelectMany(office => Regions.DistrictsOf(office.Code)).SelectMany(district => Regions.VillagesOf(district.Code)).ToList();
        villages.Count.ShouldBe(Regions.VillageCount);
        villages.ShouldAllBe(village => Regions.ContainsVillage(village.Code) && Regions.NameOf(village.Code) == village.Name);
        villages.Select(village => village.Code).ShouldBe(villages.Select(village => village.Code).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("5201012002", true)]
    [InlineData("5201012999", false)]     // A number that the district does not have.
    [InlineData("5201992002", false)]     // No such district.
    [InlineData("52.01.01.2002", false)]  // Codes are written without dots.
    [InlineData("520101200", false)]
    [InlineData("52010120020", false)]
    [InlineData("5201O12002", false)]     // A letter O.
    [InlineData("٥٢٠١٠١٢٠٠٢", false)]     // Digits, but not ASCII ones.
    [InlineData("", false)]
    public void ContainsVillage_AnyText_SaysWhetherItIsOne(string code, bool expected) => Regions.ContainsVillage(code).ShouldBe(expected);

    [Fact]
    public void Lookups_ByCode_AllocateNothing()
    {
        var found = LookUpEverything();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
            found &= LookUpEverything();
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
        found.ShouldBeTrue();
    }

    private static bool LookUpEverything() =>
        Regions.ContainsVillage("5201012002") && Regions.ContainsDistrict("520101") && Regions.ContainsRegency("5201") && Regions.ContainsProvince("52")
        && Regions.TryGetOffice("5271", out _) && !Regions.ContainsVillage("5201019999")
        && Regions.TryFindDistrict("5201", "KEC. GERUNG", out _) && Regions.TryFindVillage("520101", "Dasan Tapen", out _);

    [Theory]
    [InlineData("GERUNG")]
    [InlineData("  gerung ")]
    [InlineData("Kec. Gerung")]
    [InlineData("KECAMATAN  GERUNG")]
    [InlineData("Ge-rung")]
    public void TryFindDistrict_AnySpelling_FindsIt(string name)
    {
        Regions.TryFindDistrict("5201", name, out var code).ShouldBeTrue();
        code.ShouldBe("520101");
    }

    [Theory]
    [InlineData("DESA KEKAIT", "5201092004")]
    [InlineData("Kel. Kekait", "5201092004")]
    public void TryFindVillage_WithPrefix_FindsIt(string name, string expected)
    {
        Regions.TryFindVillage("520109", name, out var code).ShouldBeTrue();
        code.ShouldBe(expected);
    }

    // The data has two villages of this name in one district of Kota Mataram; a row must never go to one of them by guess.
    [Fact]
    public void FindVillage_NameOfTwoVillages_IsAmbiguous()
    {
        Regions.FindVillage("527104", "TANJUNG KARANG").Kind.ShouldBe(RegionMatchKind.Ambiguous);
        Regions.TryFindVillage("527104", "TANJUNG KARANG", out _).ShouldBeFalse();
    }

    [Theory]
    [InlineData("5201", "")]
    [InlineData("5201", "...")]
    [InlineData("5201", "KEC.")]
    [InlineData("9999", "GERUNG")]
    [InlineData("", "GERUNG")]
    public void FindDistrict_Nothing_IsNotFound(string office, string name) => Regions.FindDistrict(office, name).Kind.ShouldBe(RegionMatchKind.NotFound);

    [Fact]
    public void ClosestDistricts_Misspelled_NamesTheRightOneFirst() => Regions.ClosestDistricts("5201", "KEC. GERUNK")[0].ShouldBe("Gerung");

    [Fact]
    public void ClosestDistricts_NothingLikeIt_IsEmpty() => Regions.ClosestDistricts("5201", "QQQQQQQQ").ShouldBeEmpty();

    [Theory]
    [InlineData("52", true)]
    [InlineData("96", true)]
    [InlineData("54", true)]    // East Timor until 1999: people born there still have its number.
    [InlineData("20", false)]
    [InlineData("00", false)]
    [InlineData("99", false)]
    [InlineData("5", false)]
    [InlineData("", false)]
    public void HasEverBeenProvince_TwoDigits_KnowsFormerOnes(string code, bool expected) => Regions.HasEverBeenProvince(code).ShouldBe(expected);

    [Theory]
    [InlineData("520101", true)]
    [InlineData("520105", true)]    // Went to Lombok Utara in 2008: a gap in the sequence.
    [InlineData("520116", false)]   // Beyond Lombok Barat's last district.
    [InlineData("520100", false)]
    [InlineData("910101", true)]    // Merauke, 9301 since 2022.
    [InlineData("640401", true)]    // Bulungan, 6501 since 2012.
    [InlineData("540301", true)]
    [InlineData("526901", false)]   // NTB never had so many regencies.
    [InlineData("527901", false)]   // Nor so many cities.
    [InlineData("520001", false)]
    [InlineData("52O101", false)]
    [InlineData("5201", false)]
    public void MayHaveBeenDistrict_SixDigits_AllowsGapsButNotWhatNeverWas(string code, bool expected) => Regions.MayHaveBeenDistrict(code).ShouldBe(expected);

    [Theory]
    [InlineData("52", "Nusa Tenggara Barat")]
    [InlineData("31", "DKI Jakarta")]
    [InlineData("5271", "Kota Mataram")]
    [InlineData("520101", "Gerung")]
    [InlineData("5201012002", "Kebon Ayu")]
    [InlineData("520", null)]
    [InlineData("9999999999", null)]
    public void NameOf_Code_IsItsName(string code, string? expected) => Regions.NameOf(code).ShouldBe(expected);

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("GERUNG", "GERUNG", 0)]
    [InlineData("GERUNG", "GERUNK", 1)]
    [InlineData("GERUNG", "ERUNG", 1)]
    [InlineData("GERUNG", "", 6)]
    [InlineData("KITTEN", "SITTING", 3)]
    public void Between_TwoTexts_CountsTheEdits(string a, string b, int expected)
    {
        EditDistance.Between(a, b).ShouldBe(expected);
        EditDistance.Between(b, a).ShouldBe(expected);
    }

    // Goal: whatever stands in a cell, the look-up answers. Method: arbitrary texts as codes and names.
    [Fact]
    public void Lookups_AnyText_NeverThrow() => Gen.Select(Gen.String, Gen.String).Sample((code, name) =>
    {
        Regions.ContainsVillage(code).ShouldBeFalse();
        Regions.MayHaveBeenDistrict(code).ShouldBeFalse();
        Regions.FindDistrict(code, name).Kind.ShouldBe(RegionMatchKind.NotFound);
        Regions.FindDistrict("5201", name).Code.ShouldNotBeNull();
        Regions.FindVillage("520101", name).Code.ShouldNotBeNull();
        Regions.ClosestVillages("520101", name).Count.ShouldBeLessThanOrEqualTo(3);
        Regions.DistrictsOf(code).ShouldBeEmpty();
    });

    // Every name of the data is found under its own parent, or said to be ambiguous; never another region's.
    [Fact]
    public void FindVillage_EveryNameOfTheData_FindsItselfOrIsAmbiguous()
    {
        var ambiguous = 0;
        foreach (var district in Regions.Offices.SelectMany(office => Regions.DistrictsOf(office.Code)))
        {
            foreach (var village in Regions.VillagesOf(district.Code))
            {
                var match = Regions.FindVillage(district.Code, village.Name.ToUpperInvariant());
                ambiguous += match.Kind == RegionMatchKind.Ambiguous ? 1 : 0;
                if (match.Kind != RegionMatchKind.Ambiguous)
                    match.Code.ShouldBe(village.Code);
            }
        }

        ambiguous.ShouldBe(38);
    }
}
