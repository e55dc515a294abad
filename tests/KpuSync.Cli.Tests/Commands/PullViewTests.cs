using KpuSync.Cli.Output;
using KpuSync.Contracts.V1;

namespace KpuSync.Cli.Tests.Commands;

/// <summary>What a follower reads about entries that settle parked changes.</summary>
public class PullViewTests
{
    private static readonly SettlementEntry Replayed = new()
    {
        Changes = { new Change(), new Change(), new Change() },
        Statuses = { OutcomeStatus.Applied, OutcomeStatus.Applied, OutcomeStatus.Rejected },
        ChangesReplayed = new ChangesReplayed { JobId = "j", AttemptsMax = 5 },
    };

    private static readonly SettlementEntry Discarded = new()
    {
        ChangesDiscarded = new ChangesDiscarded { JobId = "j", Changes = { new EntryRef { Position = 1 }, new EntryRef { Position = 1, Index = 1 } } },
    };

    [Fact]
    public async Task Follow_Replayed_SaysHowManyAndWhatCameOfThem()
    {
        (await FollowAsync(Replayed, Language.Indonesian)).ShouldBe("5208  posisi 7  3 perubahan terparkir diputuskan lagi: diterapkan 2, ditolak 1\n");
        (await FollowAsync(Replayed, Language.English)).ShouldBe("5208  position 7  3 parked changes were decided again: applied 2, rejected 1\n");
    }

    [Fact]
    public async Task Follow_Discarded_SaysHowMany()
    {
        (await FollowAsync(Discarded, Language.Indonesian)).ShouldBe("5208  posisi 7  2 perubahan terparkir dibuang\n");
        (await FollowAsync(Discarded, Language.English)).ShouldBe("5208  position 7  2 parked changes were given up\n");
    }

    [Fact]
    public async Task FollowJson_Discarded_CountsWhatTheActNames() =>
        (await FollowAsync(Discarded, Language.English, json: true)).ShouldContain("\"changes\":2");

    private static async Task<string> FollowAsync(SettlementEntry settlement, Language language, bool json = false)
    {
        using var printed = new Printed(language, json);
        var view = new PullView(printed.Context, follow: true);
        await view.TakeAsync(new Entry { OfficeCode = "5208", Position = 7, Settlement = settlement }, default);
        return printed.Out;
    }
}
