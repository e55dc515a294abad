using Grpc.Core;
using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Subjects;
using KpuSync.Rules.Values;
using KpuSync.Storage.Access;
using KpuSync.TestKit.Servers;
using Microsoft.Extensions.DependencyInjection;

namespace KpuSync.Server.Tests;

public sealed class AccessTrailTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private readonly TestServer _server = shared.Server;

    [Fact]
    public async Task Pull_LeavesWhoReadWhichRangeAndHowMuch()
    {
        var issued = await _server.IssueAsync("5205");
        var client = _server.ClientFor(issued.Text);
        var batches = new Batches("5205");
        await PushTests.PushAsync(client, [batches.Next(), batches.Next()]);

        await PushTests.PullAsync(client, "5205");

        var row = (await RowsOfAsync("5205", issued.Id)).ShouldHaveSingleItem();
        (row.Call, row.Range, row.Role, row.Entries).ShouldBe(("Pull", "office 5205", "operator", 2));
        row.EndedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Trail_OfAnOffice_ListsItsReadingsAlsoAsPartOfItsProvince()
    {
        var (office, province) = (await _server.IssueAsync("5204"), await _server.IssueAsync("P52", Role.Auditor));
        await PushTests.PullAsync(_server.ClientFor(office.Text), "5204");
        await foreach (var _ in _server.ClientFor(province.Text).Pull(new PullRequest { ProvinceCode = "52" }).ResponseStream.ReadAllAsync())
        {
        }

        var trail = _server.Services.GetRequiredService<TrailHandler>();
        var auditor = new Caller("auditor", Role.Auditor, OfficeCode.Parse("P52"));
        var found = (await trail.ListAsync(auditor, OfficeCode.Parse("5204"), TrailHandler.ReadingsMax, default)).Value;
        found.Where(r => r.CredentialId == office.Id || r.CredentialId == province.Id).Select(r => (r.Office, r.Call, r.Range)).ShouldBe(
            [("P52", "Pull", "province 52"), ("5204", "Pull", "office 5204")]);
        (await trail.ListAsync(auditor, OfficeCode.Parse("5204"), 1, default)).Value.Count.ShouldBe(1);
        (await trail.ListAsync(auditor, OfficeCode.Parse("5204"), 0, default)).Error!.Reason.ShouldBe(ErrorReason.RequestInvalid);
        (await trail.ListAsync(auditor, OfficeCode.Parse("5101"), 1, default)).Error!.Reason.ShouldBe(ErrorReason.RangeNotGranted);
    }

    [Fact]
    public async Task ValidateBatch_LeavesHowManyChanges()
    {
        var issued = await _server.IssueAsync("5206");

        await _server.ClientFor(issued.Text).ValidateBatchAsync(new ValidateBatchRequest { Batch = new Batches("5206").Next(3) });

        var row = (await RowsOfAsync("5206", issued.Id)).ShouldHaveSingleItem();
        (row.Call, row.Range, row.Entries).ShouldBe(("ValidateBatch", "office 5206", 3));
    }

    [Fact]
    public async Task Pull_Refused_LeavesTheAttemptAndNothingOfWhatWasTyped()
    {
        var issued = await _server.IssueAsync("5207");

        await Should.ThrowAsync<RpcException>(() => PushTests.PullAsync(_server.ClientFor(issued.Text), "5201011201870001"));

        var row = (await RowsOfAsync("5207", issued.Id)).ShouldHaveSingleItem();
        (row.Range, row.Entries).ShouldBe(("malformed", 0));
    }

    // The row's end is written as the call ends; the caller may see the end of the stream first.
    private async Task<IReadOnlyList<AccessTrailRow>> RowsOfAsync(string office, string credential)
    {
        var store = _server.Services.GetRequiredService<AccessTrailStore>();
        while (true)
        {
            var rows = (await store.ListAsync(office, 100, CancellationToken.None)).Where(row => row.CredentialId == credential).ToList();
            if (rows.TrueForAll(row => row.EndedAt is not null))
                return rows;
        }
    }
}
