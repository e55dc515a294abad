using Google.Protobuf;
using KpuSync.Contracts.V1;
using KpuSync.Core.Ledger;
using KpuSync.Core.Pull;
using KpuSync.Core.Push;
using KpuSync.Core.Tokens;
using KpuSync.Rules.Values;
using KpuSync.TestKit;
using KpuSync.TestKit.Changes;
using KpuSync.TestKit.Stores;

namespace KpuSync.Core.Tests;

/// <summary>Producers and readers of a server that was restored to an older copy.</summary>
public class RestoreTests : IAsyncLifetime
{
    private static readonly OfficeCode Office = OfficeCode.Parse("5201");

    private readonly TempFolder _folder = new();
    private readonly HmacTokenSealer _sealer = new();
    private TestCore _core = null!;
    private Receipt _last = null!;
    private string _readerToken = "";

    public async Task InitializeAsync()
    {
        _core = await TestCore.OpenAsync(_folder.File("kpusync.db"), sealer: _sealer);
        for (var sequence = 1; sequence <= 3; sequence++)
        {
            if (sequence == 3)
                await CopyAsync("older.db");
            _last = (await _core.PushAsync(BatchExamples.Of(sequence, VoterExamples.New(sequence)))).Value.Receipt;
        }

        _readerToken = (await PullAsync(""))[^1].Value.Token;
    }

    public async Task DisposeAsync()
    {
        await _core.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task OpenProducer_InStep_SaysSo()
    {
        var opened = await OpenProducerAsync();

        (opened.State, opened.NextSequence, opened.Epoch).ShouldBe((ProducerState.InStep, 4, 1));
    }

    [Fact]
    public async Task OpenProducer_AcknowledgementsLost_BringsTheReceipts()
    {
        var first = (await _core.Store.FindAcknowledgedAsync(Office, BatchExamples.Producer, 1, default))!;

        var opened = await OpenProducerAsync(Receipt.Parser.ParseFrom(first.Receipt));

        opened.State.ShouldBe(ProducerState.ServerAhead);
        opened.MissedReceipts.Select(r => r.Sequence).ShouldBe([2, 3]);
    }

    [Fact]
    public async Task OpenProducer_OtherHistory_IsAFork()
    {
        var other = _last.Clone();
        other.ChainHash = ByteString.CopyFrom(new byte[32]);
        other.Token = "";

        (await OpenProducerAsync(other)).State.ShouldBe(ProducerState.Forked);
    }

    [Fact]
    public async Task OpenProducer_ServerRestored_IsBehindAndOpensAnEpochOnce()
    {
        await RestoreAsync();

        var opened = await OpenProducerAsync();
        await OpenProducerAsync();

        (opened.State, opened.NextSequence, opened.LastReceipt.Sequence, opened.Epoch).ShouldBe((ProducerState.ServerBehind, 3, 2, 2));
        var epoch = (await _core.Store.EpochsOfAsync(Office, default)).ShouldHaveSingleItem();
        (epoch.Epoch, epoch.CommonPosition, epoch.Cause).ShouldBe((2, 2, "token ahead"));
        (await _core.PushAsync(BatchExamples.Of(3, VoterExamples.New(3)))).Value.Receipt.Epoch.ShouldBe(2);
        (await _core.Get<ChainVerifier>().VerifyAsync(Office, default)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Pull_ServerRestored_RewindsTheReader()
    {
        await RestoreAsync();

        var refused = (await PullAsync(_readerToken)).ShouldHaveSingleItem().Error!;
        refused.Reason.ShouldBe(ErrorReason.TokenAhead);
        var entries = (await PullAsync(refused.Metadata["rewind_token"])).SelectMany(r => r.Value.Entries).ToList();

        entries.ShouldHaveSingleItem().EpochOpened.CommonPosition.ShouldBe(2);
    }

    [Fact]
    public async Task Pull_RestoredAndWrittenPast_IsNoticedByTheHash()
    {
        // Nobody came ahead before the new history grew past the old one; a position alone would look valid.
        await RestoreAsync();
        for (var sequence = 3; sequence <= 6; sequence++)
            await _core.PushAsync(BatchExamples.Of(sequence, VoterExamples.New(100 + sequence)));

        var refused = (await PullAsync(_readerToken)).ShouldHaveSingleItem().Error!;

        refused.Reason.ShouldBe(ErrorReason.TokenOtherEpoch);
        (await PullAsync(refused.Metadata["rewind_token"])).SelectMany(r => r.Value.Entries).Count().ShouldBe(7);
    }

    [Fact]
    public async Task Restore_ByTheCommand_OpensAnEpochInEveryOffice()
    {
        await RestoreAsync();

        (await _core.Get<EpochHandler>().OpenEverywhereAsync("restore", default)).ShouldBe([Office]);
        (await _core.Store.HeadOfAsync(Office, default)).Epoch.ShouldBe(2);
    }

    [Theory]
    [InlineData("nonsense", ErrorReason.TokenMalformed)]
    [InlineData("forged", ErrorReason.TokenUnreadable)]
    [InlineData("other key", ErrorReason.TokenUnreadable)]
    [InlineData("other office", ErrorReason.TokenOtherOffice)]
    [InlineData("a producer's", ErrorReason.TokenOtherOffice)]
    public async Task Pull_TokenThatCannotBeUsed_SaysWhy(string kind, ErrorReason reason)
    {
        var token = kind switch
        {
            "forged" => Forge(_readerToken),
            "other key" => new TokenReader(new HmacTokenSealer()).Write(new SyncToken(TokenUse.Reader, "5201", [])),
            "other office" => new TokenReader(_sealer).Write(new SyncToken(TokenUse.Reader, "5202", [])),
            "a producer's" => _last.Token,
            _ => kind,
        };

        (await PullAsync(token)).ShouldHaveSingleItem().Error!.Reason.ShouldBe(reason);
    }

    private static string Forge(string token)
    {
        var bytes = Convert.FromBase64String(token[2..]);
        bytes[^1] ^= 1;
        return "t." + Convert.ToBase64String(bytes);
    }

    private async Task<OpenProducerResponse> OpenProducerAsync(Receipt? last = null)
    {
        last ??= _last;
        var request = new OpenProducerRequest
        {
            OfficeCode = "5201",
            ProducerId = BatchExamples.Producer,
            LastSequence = last.Sequence,
            LastChainHash = last.ChainHash,
            Token = last.Token,
        };
        return (await _core.Get<OpenProducerHandler>().HandleAsync(TestCore.Operator(), request, default)).Value;
    }

    private async Task<IReadOnlyList<Result<PullResponse>>> PullAsync(string token)
    {
        var responses = new List<Result<PullResponse>>();
        var request = new PullRequest { Token = token, OfficeCode = "5201" };
        await foreach (var response in _core.Get<PullHandler>().ReadAsync(TestCore.Operator(), request, default))
            responses.Add(response);
        return responses;
    }

    private async Task CopyAsync(string name)
    {
        // Closed first, so that the copy is one whole file.
        await _core.DisposeAsync();
        await TestDatabases.CopyAsync(_folder.File("kpusync.db"), _folder.File(name));
        _core = await TestCore.OpenAsync(_folder.File("kpusync.db"), sealer: _sealer);
    }

    private async Task RestoreAsync()
    {
        await _core.DisposeAsync();
        _core = await TestCore.OpenAsync(_folder.File("older.db"), sealer: _sealer);
    }
}
