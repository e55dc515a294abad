using Grpc.Core;
using KpuSync.Contracts.V1;
using KpuSync.TestKit.Servers;

namespace KpuSync.Server.Tests;

public sealed class PushTests(SharedServer shared) : IClassFixture<SharedServer>
{
    private readonly TestServer _server = shared.Server;

    [Fact]
    public async Task Push_ManyBatches_AreAcknowledgedInOrderAndPulledAgain()
    {
        var client = _server.ClientFor(await _server.IssueTokenAsync("5203"));
        var batches = new Batches("5203");

        var receipts = await PushAsync(client, Enumerable.Range(0, 40).Select(_ => batches.Next(5)));
        var pulled = await PullAsync(client, "5203");

        receipts.Select(receipt => receipt.Envelope.Receipt.Sequence).ShouldBe(Enumerable.Range(1, 40).Select(n => (long)n));
        receipts.ShouldAllBe(receipt => receipt.Envelope.Receipt.Counts.Applied == 5 && !receipt.Envelope.Repeated);
        pulled.Select(entry => entry.Batch.Sequence).ShouldBe(Enumerable.Range(1, 40).Select(n => (long)n));
        pulled.Sum(entry => entry.Batch.Changes.Count).ShouldBe(200);
    }

    [Fact]
    public async Task PushBatch_SentAgain_GetsItsFirstReceiptMarkedRepeated()
    {
        var client = _server.ClientFor(await _server.IssueTokenAsync("5202"));
        var batch = new Batches("5202").Next();

        var first = await client.PushBatchAsync(new PushBatchRequest { Batch = batch });
        var again = await client.PushBatchAsync(new PushBatchRequest { Batch = batch });
        var asked = await client.GetReceiptAsync(new GetReceiptRequest { OfficeCode = "5202", ProducerId = batch.ProducerId, Sequence = 1 });

        first.Envelope.Repeated.ShouldBeFalse();
        again.Envelope.Repeated.ShouldBeTrue();
        again.Envelope.Receipt.ShouldBe(first.Envelope.Receipt);
        asked.Envelope.Receipt.ShouldBe(first.Envelope.Receipt);
    }

    [Fact]
    public async Task Push_GapInMidStream_EndsAfterTheEarlierReceipts()
    {
        var client = _server.ClientFor(await _server.IssueTokenAsync("5202"));
        var batches = new Batches("5202");
        using var call = client.Push();
        await call.RequestStream.WriteAsync(new PushRequest { Batch = batches.Next() });
        await call.RequestStream.WriteAsync(new PushRequest { Batch = batches.Next() });
        _ = batches.Next();
        await call.RequestStream.WriteAsync(new PushRequest { Batch = batches.Next() });

        (await call.ResponseStream.MoveNext(CancellationToken.None)).ShouldBeTrue();
        (await call.ResponseStream.MoveNext(CancellationToken.None)).ShouldBeTrue();
        var refusal = await Should.ThrowAsync<RpcException>(() => call.ResponseStream.MoveNext(CancellationToken.None));

        refusal.StatusCode.ShouldBe(StatusCode.FailedPrecondition);
        refusal.Reason().ShouldBe("SEQUENCE_GAP");
        refusal.Info().Metadata["expected"].ShouldBe("3");
    }

    [Fact]
    public async Task PushBatch_WithoutChanges_IsRefused()
    {
        var refusal = await RefusalAsync("5202", new Batches("5202").Next(0));

        refusal.StatusCode.ShouldBe(StatusCode.InvalidArgument);
        refusal.Reason().ShouldBe("BATCH_EMPTY");
    }

    [Fact]
    public async Task PushBatch_WithTooManyChanges_NamesLimitAndActual()
    {
        var refusal = await RefusalAsync("5202", new Batches("5202").Next(1_001));

        refusal.StatusCode.ShouldBe(StatusCode.ResourceExhausted);
        refusal.Reason().ShouldBe("BATCH_TOO_MANY_CHANGES");
        (refusal.Info().Metadata["limit"], refusal.Info().Metadata["actual"]).ShouldBe(("1000", "1001"));
    }

    [Fact]
    public async Task PushBatch_WithoutBatch_NamesTheField()
    {
        var refusal = await RefusalAsync("5202", null);

        refusal.Reason().ShouldBe("REQUEST_INVALID");
        refusal.Info().Metadata["field"].ShouldBe("batch");
    }

    [Theory]
    [InlineData("5201")]    // A real office of the same province.
    [InlineData("9999")]    // No office at all: the answer must not tell the difference.
    public async Task Calls_ForAnotherOffice_AreDeniedAlike(string office)
    {
        var client = _server.ClientFor(await _server.IssueTokenAsync("5202"));
        var batch = new Batches(office).Next();
        Func<Task>[] calls =
        [
            () => client.PushBatchAsync(new PushBatchRequest { Batch = batch }).ResponseAsync,
            () => client.ValidateBatchAsync(new ValidateBatchRequest { Batch = batch }).ResponseAsync,
            () => client.GetReceiptAsync(new GetReceiptRequest { OfficeCode = office, ProducerId = batch.ProducerId, Sequence = 1 }).ResponseAsync,
            () => client.OpenProducerAsync(new OpenProducerRequest { OfficeCode = office, ProducerId = batch.ProducerId }).ResponseAsync,
        ];

        foreach (var call in calls)
        {
            var refusal = await Should.ThrowAsync<RpcException>(call);
            refusal.StatusCode.ShouldBe(StatusCode.PermissionDenied);
            refusal.Reason().ShouldBe("OFFICE_NOT_GRANTED");
        }

        var pull = await Should.ThrowAsync<RpcException>(() => PullAsync(client, office));
        pull.Reason().ShouldBe("RANGE_NOT_GRANTED");
    }

    [Fact]
    public async Task OpenProducer_SetUpForAnotherDeployment_IsRefused()
    {
        var client = _server.ClientFor(await _server.IssueTokenAsync("5202"));

        var refusal = await Should.ThrowAsync<RpcException>(() => client.OpenProducerAsync(
            new OpenProducerRequest { OfficeCode = "5202", ProducerId = Guid.NewGuid().ToString(), Deployment = "production" }).ResponseAsync);

        refusal.StatusCode.ShouldBe(StatusCode.FailedPrecondition);
        refusal.Reason().ShouldBe("DEPLOYMENT_MISMATCH");
        refusal.Info().Metadata["deployment"].ShouldBe("trial");
    }

    [Theory]
    [InlineData(null, "Nama")]
    [InlineData("en", "Name")]
    public async Task PushBatch_RejectedChange_ExplainsInTheCallersLanguage(string? language, string word)
    {
        var client = _server.ClientFor(await _server.IssueTokenAsync("5202"), language);
        var batch = new Batches("5202").Next();
        batch.Changes[0].VoterUpsert.Voter.Name = "";

        var response = await client.PushBatchAsync(new PushBatchRequest { Batch = batch });

        response.Envelope.Receipt.Counts.Rejected.ShouldBe(1);
        var text = response.Envelope.Texts.ShouldHaveSingleItem();
        text.Code.ShouldBe(response.Envelope.Receipt.Outcomes[0].Violations[0].Code);
        text.Text.ShouldContain(word, Case.Insensitive);
    }

    [Fact]
    public async Task ValidateBatch_RejectedChange_ExplainsAndWritesNothing()
    {
        var client = _server.ClientFor(await _server.IssueTokenAsync("5204"));
        var batch = new Batches("5204").Next(2);
        batch.Changes[1].VoterUpsert.Voter.Nik = "123";

        var response = await client.ValidateBatchAsync(new ValidateBatchRequest { Batch = batch });

        (response.Counts.Applied, response.Counts.Rejected).ShouldBe((1, 1));
        response.Texts.ShouldContain(text => text.Index == 1);
        (await PullAsync(client, "5204")).ShouldBeEmpty();
    }

    internal static async Task<IReadOnlyList<PushResponse>> PushAsync(SyncService.SyncServiceClient client, IEnumerable<Batch> batches)
    {
        using var call = client.Push();
        var reading = call.ResponseStream.ReadAllAsync().ToListAsync();
        foreach (var batch in batches)
            await call.RequestStream.WriteAsync(new PushRequest { Batch = batch });
        await call.RequestStream.CompleteAsync();
        return await reading;
    }

    internal static async Task<IReadOnlyList<Entry>> PullAsync(SyncService.SyncServiceClient client, string office)
    {
        using var call = client.Pull(new PullRequest { OfficeCode = office });
        var pages = await call.ResponseStream.ReadAllAsync().ToListAsync();
        return [.. pages.SelectMany(page => page.Entries)];
    }

    private async Task<RpcException> RefusalAsync(string office, Batch? batch)
    {
        var client = _server.ClientFor(await _server.IssueTokenAsync(office));
        return await Should.ThrowAsync<RpcException>(() => client.PushBatchAsync(new PushBatchRequest { Batch = batch }).ResponseAsync);
    }
}
