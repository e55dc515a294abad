using Grpc.Core;
using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.TestKit.Changes;
using KpuSync.TestKit.Servers;

namespace KpuSync.Server.Tests;

/// <summary>The monthly progress over gRPC: every answer and every error of the contract's comments.</summary>
public sealed class ProgressServiceTests : IAsyncLifetime
{
    private TestServer _server = null!;

    public async Task InitializeAsync()
    {
        _server = await TestServer.StartAsync();
        await _server.ClientFor(await _server.IssueTokenAsync("5201")).PushBatchAsync(new PushBatchRequest
        {
            Batch = BatchExamples.With(1, BatchExamples.Producer, "5201", [ProgressExamples.Report("2025-10", 5)]),
        });
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task GetProgress_AProvince_HasItsOfficesAndTheTarget()
    {
        var progress = await (await ClientAsync("P52", Role.Administrator)).GetProgressAsync(new GetProgressRequest { Range = "P52", Month = "2025-10" });

        progress.YearEndTargetBasisPoints.ShouldBe(9_600);
        progress.Offices.Select(o => o.OfficeCode).ShouldBe(["5201", "5202", "5203", "5204", "5205", "5206", "5207", "5208", "5271", "5272"]);
        progress.Offices[0].Revision.ShouldBe(new Revision { Position = 1 });
    }

    [Theory]
    [InlineData("5202", "2025-10", StatusCode.PermissionDenied, "RANGE_NOT_GRANTED")]
    [InlineData("NTB", "2025-10", StatusCode.InvalidArgument, "REQUEST_INVALID")]
    [InlineData("5201", "2025", StatusCode.InvalidArgument, "REQUEST_INVALID")]
    public async Task GetProgress_Refused_SaysWhy(string range, string month, StatusCode status, string reason)
    {
        var client = await ClientAsync("5201");
        var refusal = await Should.ThrowAsync<RpcException>(() => client.GetProgressAsync(new GetProgressRequest { Range = range, Month = month }).ResponseAsync);
        (refusal.StatusCode, refusal.Reason()).ShouldBe((status, reason));
    }

    [Theory]
    [InlineData("5202", "2025-10", StatusCode.PermissionDenied, "RANGE_NOT_GRANTED")]
    [InlineData("P52", "2025-10", StatusCode.InvalidArgument, "REQUEST_INVALID")]
    [InlineData("5201", "10-2025", StatusCode.InvalidArgument, "REQUEST_INVALID")]
    public async Task ListReportVersions_Refused_SaysWhy(string office, string month, StatusCode status, string reason)
    {
        var client = await ClientAsync("5201");
        var refusal = await Should.ThrowAsync<RpcException>(
            () => client.ListReportVersionsAsync(new ListReportVersionsRequest { OfficeCode = office, Month = month }).ResponseAsync);
        (refusal.StatusCode, refusal.Reason()).ShouldBe((status, reason));
    }

    [Fact]
    public async Task ListPlanVersions_APlanThatWasChanged_HasBothNewestFirst()
    {
        var operatorsToken = await _server.IssueTokenAsync("5201");
        await _server.ClientFor(operatorsToken).PushBatchAsync(new PushBatchRequest
        {
            Batch = BatchExamples.With(2, BatchExamples.Producer, "5201", [ProgressExamples.Plan(2025, 1), ProgressExamples.Plan(2025, 2)]),
        });

        var client = await ClientAsync("P52", Role.Administrator);
        var versions = (await client.ListPlanVersionsAsync(new ListPlanVersionsRequest { OfficeCode = "5201", Year = 2025 })).Versions;
        versions.Select(v => v.Plan.CumulativeTargets[11]).ShouldBe([24, 12]);
        versions.Select(v => v.Revision).ShouldBe([new Revision { Position = 2, Index = 1 }, new Revision { Position = 2 }]);
        versions.ShouldAllBe(v => v.Actor.Length > 0 && v.CommitTime != null);
        (await client.ListPlanVersionsAsync(new ListPlanVersionsRequest { OfficeCode = "5201", Year = 2024 })).Versions.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("5202", 2025, StatusCode.PermissionDenied, "RANGE_NOT_GRANTED")]
    [InlineData("P52", 2025, StatusCode.InvalidArgument, "REQUEST_INVALID")]
    [InlineData("5201", 25, StatusCode.InvalidArgument, "REQUEST_INVALID")]
    public async Task ListPlanVersions_Refused_SaysWhy(string office, int year, StatusCode status, string reason)
    {
        var client = await ClientAsync("5201");
        var refusal = await Should.ThrowAsync<RpcException>(
            () => client.ListPlanVersionsAsync(new ListPlanVersionsRequest { OfficeCode = office, Year = year }).ResponseAsync);
        (refusal.StatusCode, refusal.Reason()).ShouldBe((status, reason));
    }

    // Reports are no secret of an office's own, and pulling them shows them as they were sent.
    [Fact]
    public async Task Pull_ByAnIntegrator_ShowsTheReport()
    {
        using var call = _server.ClientFor(await _server.IssueTokenAsync("P52", Role.Integrator)).Pull(new PullRequest { OfficeCode = "5201" });
        (await call.ResponseStream.MoveNext(default)).ShouldBeTrue();
        call.ResponseStream.Current.Entries[0].Batch.Changes[0].ProgressReport.Budget.Realised.ShouldBe(5);
    }

    private async Task<ProgressService.ProgressServiceClient> ClientAsync(string office, Role role = Role.OfficeOperator) =>
        new(_server.InvokerFor(await _server.IssueTokenAsync(office, role), "en"));
}
