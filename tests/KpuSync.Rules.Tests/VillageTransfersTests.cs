using KpuSync.Rules.Regions;

namespace KpuSync.Rules.Tests;

public class VillageTransfersTests
{
    private static readonly DateOnly Day = new(2026, 1, 1);

    [Fact]
    public void Find_SplitOffTwice_IsTodaysCodeForBoth()
    {
        var transfers = new VillageTransfers();
        transfers.Load([new("5201012001", "5208012001", Day), new("5208012001", "5209012001", Day)]);
        transfers.Find("5201012001").ShouldBe("5209012001");
        transfers.Find("5208012001").ShouldBe("5209012001");
        transfers.Find("5209012001").ShouldBeNull();
    }

    [Fact]
    public void Load_Circle_Ends()
    {
        var transfers = new VillageTransfers();
        transfers.Load([new("5201012001", "5208012001", Day), new("5208012001", "5201012001", Day)]);
        transfers.Find("5201012001").ShouldNotBeNull();
    }
}
