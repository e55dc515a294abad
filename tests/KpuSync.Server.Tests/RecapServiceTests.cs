using Grpc.Core;
using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Storage;
using KpuSync.TestKit.Servers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace KpuSync.Server.Tests;

/// <summary>The recap over gRPC: every answer and every error of the contract's comments.</summary>
public sealed class RecapServiceTests : IAsyncLifetime
{
    private const string Minutes = "26/PL.01.2-BA/5201/2026";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.FromHours(8)));
    private TestServer _server = null!;
    private RecapService.RecapServiceClient _recap = null!;

    public async Task InitializeAsync()
    {
        _server = await TestServer.StartAsync(new TestServerOptions { Clock = _clock });
        _recap = await ClientAsync("5201");
        await _server.ClientFor(await _server.IssueTokenAsync("5201", lifetime: TimeSpan.FromDays(100)))
            .PushBatchAsync(new PushBatchRequest { Batch = new Batches("5201").Next(3) });
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task GetRecap_OwnOffice_HasFiguresAndRows()
    {
        var recap = await _recap.GetRecapAsync(new GetRecapRequest { OfficeCode = "5201", Period = "2026-q4", Level = RecapLevel.PollingStation });

        (recap.Period, recap.FirstDay, recap.LastDay, recap.Provisional).ShouldBe(("2026-Q4", "2026-10-01", "2026-12-31", true));
        recap.Total.StateEntered.ShouldBe(new SexCount { Male = 3 });
        recap.Total.Total.ShouldBe(new SexCount { Male = 3 });
        recap.Rows.ShouldHaveSingleItem().PollingStation.ShouldBe(1);
        recap.Closing.ShouldBeNull();
    }

    [Theory]
    [InlineData("5202", "2026-Q4", RecapLevel.Unspecified, StatusCode.PermissionDenied, "RANGE_NOT_GRANTED")]
    [InlineData("5201", "2026-X4", RecapLevel.Unspecified, StatusCode.InvalidArgument, "REQUEST_INVALID")]
    [InlineData("5201", "2026-Q3", RecapLevel.Unspecified, StatusCode.OutOfRange, "RECAP_BEFORE_FIRST_ENTRY")]
    public async Task GetRecap_Refused_SaysWhy(string office, string period, RecapLevel level, StatusCode status, string reason)
    {
        var refusal = await Should.ThrowAsync<RpcException>(
            () => _recap.GetRecapAsync(new GetRecapRequest { OfficeCode = office, Period = period, Level = level }).ResponseAsync);

        (refusal.StatusCode, refusal.Reason()).ShouldBe((status, reason));
        refusal.Text().Message.ShouldNotContain("{");
    }

    [Fact]
    public async Task ClosePeriod_ThenReopen_BothStandInTheLedgerAndTheTrail()
    {
        _clock.SetUtcNow(new DateTimeOffset(2026, 12, 2, 10, 0, 0, TimeSpan.FromHours(8)));
        var closing = (await _recap.ClosePeriodAsync(new ClosePeriodRequest { OfficeCode = "5201", Period = "2026-11", MinutesNumber = Minutes })).Closing;
        var reopened = await _recap.ReopenPeriodAsync(new ReopenPeriodRequest { OfficeCode = "5201", Period = "2026-11", Reason = "salah hitung" });

        var entries = await PullAsync();
        entries[1].RecapPeriod.Act.ShouldBe(RecapPeriodAct.Closed);
        entries[1].ChainHash.ShouldBe(closing.ChainHash);
        entries[1].RecapPeriod.Ledgers.ShouldHaveSingleItem().ChainHash.ShouldBe(entries[0].ChainHash);
        entries[2].RecapPeriod.Reason.ShouldBe("salah hitung");
        reopened.Position.ShouldBe(3);
        await using var db = await _server.Services.GetRequiredService<IDbContextFactory<KpuSyncDbContext>>().CreateDbContextAsync();
        (await db.Set<Storage.Access.AccessTrailRow>().Select(t => t.Call).ToListAsync()).ShouldBe(["ClosePeriod", "ReopenPeriod", "Pull"]);
    }

    [Fact]
    public async Task ClosePeriod_NotEnded_SaysItsLastDay()
    {
        var refusal = await CloseRefusedAsync(_recap, "5201", "2026-Q4");

        (refusal.StatusCode, refusal.Reason(), refusal.Info().Metadata["last_day"]).ShouldBe((StatusCode.FailedPrecondition, "RECAP_PERIOD_NOT_ENDED", "2026-12-31"));
    }

    [Fact]
    public async Task ClosePeriod_ProvinceBeforeItsOffices_NamesThem()
    {
        _clock.SetUtcNow(new DateTimeOffset(2027, 1, 2, 10, 0, 0, TimeSpan.FromHours(8)));
        var province = await ClientAsync("P52", Role.Administrator);

        var refusal = await CloseRefusedAsync(province, "P52", "2026-S2");

        (refusal.StatusCode, refusal.Reason(), refusal.Info().Metadata["offices"]).ShouldBe((StatusCode.FailedPrecondition, "RECAP_OFFICES_OPEN", "5201"));
    }

    [Fact]
    public async Task ClosePeriod_AnotherOffices_IsRefused() =>
        (await CloseRefusedAsync(_recap, "5202", "2026-10")).Reason().ShouldBe("RANGE_NOT_GRANTED");

    [Fact]
    public async Task ReopenPeriod_NotClosed_IsRefused()
    {
        var refusal = await Should.ThrowAsync<RpcException>(
            () => _recap.ReopenPeriodAsync(new ReopenPeriodRequest { OfficeCode = "5201", Period = "2026-11", Reason = "salah" }).ResponseAsync);

        (refusal.StatusCode, refusal.Reason()).ShouldBe((StatusCode.FailedPrecondition, "RECAP_PERIOD_NOT_CLOSED"));
    }

    private static Task<RpcException> CloseRefusedAsync(RecapService.RecapServiceClient client, string office, string period) =>
        Should.ThrowAsync<RpcException>(
            () => client.ClosePeriodAsync(new ClosePeriodRequest { OfficeCode = office, Period = period, MinutesNumber = Minutes }).ResponseAsync);

    private async Task<RecapService.RecapServiceClient> ClientAsync(string office, Role role = Role.OfficeOperator) =>
        new(_server.InvokerFor(await _server.IssueTokenAsync(office, role, TimeSpan.FromDays(100)), "en"));

    private async Task<IReadOnlyList<Entry>> PullAsync()
    {
        using var call = _server.ClientFor(await _server.IssueTokenAsync("5201")).Pull(new PullRequest { OfficeCode = "5201" });
        var entries = new List<Entry>();
        await foreach (var page in call.ResponseStream.ReadAllAsync())
            entries.AddRange(page.Entries);
        return entries;
    }
}
