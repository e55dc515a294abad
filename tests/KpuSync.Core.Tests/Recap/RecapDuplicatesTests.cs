using KpuSync.Contracts.V1;
using KpuSync.Core.Recap;

namespace KpuSync.Core.Tests.Recap;

/// <summary>What a recap says of duplicates.</summary>
public class RecapDuplicatesTests : OfficesTests
{
    [Fact]
    public async Task Get_CaseBetweenTwoOffices_CountsOnceForTheProvinceAndAtBoth()
    {
        await PushAsync("5201", Registered("5201"));
        await PushAsync("5202", Registered("5202"));
        await PushAsync("5203", Registered("5203", name: "ORANG LAIN"));
        await ScanAsync();

        var recap = (await Core.Get<RecapHandler>().HandleAsync(
            Centre, new GetRecapRequest { OfficeCode = "P52", Period = "2026-11", Level = RecapLevel.Office }, default)).Value;

        recap.Total.Duplicates.ShouldBe(1);
        recap.Rows.Select(r => (r.Code, r.Figures.Duplicates)).ShouldBe([("5201", 1), ("5202", 1), ("5203", 1)]);
        (await RecapOfAsync("P51")).Error!.Reason.ShouldBe(ErrorReason.RecapBeforeFirstEntry);
    }

    private Task<Result<GetRecapResponse>> RecapOfAsync(string office) =>
        Core.Get<RecapHandler>().HandleAsync(Centre, new GetRecapRequest { OfficeCode = office, Period = "2026-11" }, default);
}
