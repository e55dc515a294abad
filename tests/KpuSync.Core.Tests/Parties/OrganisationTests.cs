using KpuSync.Contracts.V1;
using KpuSync.Core.Parties;
using KpuSync.Rules.Regions;
using static KpuSync.TestKit.Changes.PartyExamples;

namespace KpuSync.Core.Tests.Parties;

/// <summary>A party as a whole: management, women in it, offices and accounts, in the nation, a province and a regency.</summary>
public class OrganisationTests : PartyTests
{
    [Fact]
    public async Task Check_ARegency_NeedsHalfOfItsDistricts()
    {
        await PushCentreAsync(Profile());
        await PushAsAsync(
            PartyOperator("5201"), "5201", Management(PartyLevel.Regency, "5201"), Office(PartyLevel.Regency, "5201"), Account(PartyLevel.Regency, "5201"),
            District(0), District(1), District(2), District(3));
        var regency = (await CheckAsync("5201")).Areas[0];
        (regency.Parts, regency.PartsWithManagement, regency.PartsNeeded, regency.Meets).ShouldBe((10, 4, 5, false));

        await PushAsAsync(PartyOperator("5201"), "5201", District(4));
        var areas = (await CheckAsync("5201")).Areas;
        areas[0].ShouldBe(new OrganisationArea
        {
            Level = PartyLevel.Regency,
            AreaCode = "5201",
            Officers = 2,
            Women = 1,
            HasOffice = true,
            HasAccount = true,
            Parts = 10,
            PartsWithManagement = 5,
            PartsNeeded = 5,
            Meets = true,
        });
        areas.Count.ShouldBe(11);
        areas.Count(a => a.Level is PartyLevel.District && a.Meets).ShouldBe(5);
    }

    [Fact]
    public async Task Check_AProvince_NeedsThreeQuartersOfItsRegencies()
    {
        await PushCentreAsync(Profile(), Management(PartyLevel.Province, "52"), Office(PartyLevel.Province, "52"), Account(PartyLevel.Province, "52"));
        foreach (var office in new[] { "5201", "5202", "5203", "5204", "5205", "5206", "5207" })
            await PushAsAsync(PartyOperator(office), office, Management(PartyLevel.Regency, office));
        var province = (await CheckAsync("P52")).Areas[0];
        (province.Level, province.Parts, province.PartsWithManagement, province.PartsNeeded, province.Meets).ShouldBe((PartyLevel.Province, 10, 7, 8, false));

        await PushAsAsync(PartyOperator("5208"), "5208", Management(PartyLevel.Regency, "5208"));
        var areas = (await CheckAsync("P52")).Areas;
        areas[0].Meets.ShouldBeTrue();
        areas.Select(a => a.AreaCode).ShouldBe(["52", "5201", "5202", "5203", "5204", "5205", "5206", "5207", "5208", "5271", "5272"]);
    }

    [Fact]
    public async Task Check_TheNation_ListsEveryProvince()
    {
        await PushCentreAsync(Profile(), Management(PartyLevel.Centre, ""), Management(PartyLevel.Province, "52"));
        var areas = (await CheckAsync("RI")).Areas;
        areas.Count.ShouldBe(39);
        (areas[0].Parts, areas[0].PartsWithManagement, areas[0].PartsNeeded).ShouldBe((38, 1, 38));
    }

    [Fact]
    public async Task Check_FewWomenOrAnEndedLease_DoesNotMeet()
    {
        var men = Management(PartyLevel.Province, "52");
        men.PartyManagement.Officers.Add(Enumerable.Range(0, 2).Select(_ => new PartyOfficer { Name = "AMAQ", Title = "ANGGOTA", Sex = Sex.Male }));
        var lease = Office(PartyLevel.Province, "52");
        (lease.PartyOffice.Right, lease.PartyOffice.UntilDate) = (PartyOfficeRight.Rented, "2026-11-23");
        await PushCentreAsync(Profile(), men, lease);

        var province = (await CheckAsync("P52")).Areas[0];
        (province.Officers, province.Women, province.HasOffice, province.HasAccount, province.Meets).ShouldBe((4, 1, false, false, false));
    }

    [Theory]
    [InlineData("P51", 6, ErrorReason.RangeNotGranted)]
    [InlineData("52", 6, ErrorReason.RequestInvalid)]
    [InlineData("P52", 0, ErrorReason.RequestInvalid)]
    public async Task Check_WhatMayNotOrCannotBe_IsRefused(string range, int party, ErrorReason reason) =>
        (await Core.Get<CheckOrganisationHandler>().HandleAsync(Province, new CheckOrganisationRequest { Range = range, PartyNumber = party }, default))
            .Error!.Reason.ShouldBe(reason);

    private static Change District(int index) => Management(PartyLevel.District, RegionCatalogue.Default.DistrictsOf("5201")[index].Code);

    private async Task<CheckOrganisationResponse> CheckAsync(string range) =>
        (await Core.Get<CheckOrganisationHandler>().HandleAsync(Centre, new CheckOrganisationRequest { Range = range, PartyNumber = Party }, default)).Value;
}
