using KpuSync.Client.Tests.Support;
using KpuSync.TestKit.Changes;

namespace KpuSync.Client.Tests.Server;

/// <summary>A correction to a number that somebody else still has, and what is said of that other voter afterwards.</summary>
public sealed class NumberTakenTests : IAsyncLifetime
{
    private OfficeWorld _world = null!;

    public async Task InitializeAsync() => _world = await OfficeWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    // The removal named the parked correction as what it mends, since both rows have the number: the correction was settled without being applied.
    [Fact]
    public async Task Push_RemovalOfWhoHasTheNumber_LeavesTheCorrectionParked()
    {
        var client = await _world.InitAsync();
        await client.PushAsync(_world.WriteMany(60));
        (await client.PushAsync(WriteCorrection())).Findings.ShouldHaveSingleItem().Code.ShouldBe("NIK_TAKEN");

        (await client.PushAsync(_world.Write(Voters.Row(2, ket: "4")))).Outcomes.Applied.ShouldBe(1);

        (await _world.LedgerAsync()).Batches[^1].Changes.ShouldHaveSingleItem().Corrects.ShouldBeNull();
        var parked = await client.CountFailedChangesAsync(new());
        parked.Codes.ShouldHaveSingleItem().Code.ShouldBe("NIK_TAKEN");
    }

    [Fact]
    public async Task Push_OtherDataOfWhoHasTheNumber_LeavesTheCorrectionParked()
    {
        var client = await _world.InitAsync();
        await client.PushAsync(_world.WriteMany(60));
        await client.PushAsync(WriteCorrection());

        (await client.PushAsync(_world.Write(Voters.Row(2, tps: "003", ket: "U")))).Outcomes.Applied.ShouldBe(1);

        (await client.CountFailedChangesAsync(new())).Changes.ShouldBe(1);
    }

    // Voter 1 gets the number of voter 2.
    private string WriteCorrection() => _world.Files.Write(
        "koreksi.csv", $"{Voters.Header},NIK_LAMA\n{Voters.Row(2, name: VoterExamples.NameOf(1), ket: "U")},{Voters.Nik(1)}\n");
}
