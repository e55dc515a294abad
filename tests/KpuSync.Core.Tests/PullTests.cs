using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Pull;
using KpuSync.Rules.Chain;
using KpuSync.Rules.Values;
using KpuSync.TestKit.Changes;
using KpuSync.TestKit.Stores;

namespace KpuSync.Core.Tests;

/// <summary>What readers get, and who may read what.</summary>
public class PullTests : CoreTests
{
    [Fact]
    public async Task Pull_FromTheStart_BringsEveryEntryOnceAndAToken()
    {
        for (var i = 1; i <= 40; i++)
            await PushAsync(VoterExamples.New(i));

        var responses = await PullAsync(TestCore.Operator(), new PullRequest { OfficeCode = "5201" });
        await PushAsync(VoterExamples.New(41));
        var more = await PullAsync(TestCore.Operator(), new PullRequest { OfficeCode = "5201", Token = responses[^1].Token });

        responses.SelectMany(r => r.Entries).Select(e => e.Position).ShouldBe(Enumerable.Range(1, 40).Select(i => (long)i));
        responses[^1].CaughtUp.ShouldBeTrue();
        more.SelectMany(r => r.Entries).ShouldHaveSingleItem().Batch.Changes[0].VoterUpsert.Voter.ShouldBe(VoterExamples.Record(41));
    }

    [Fact]
    public async Task Pull_Province_KeepsAPlaceForEachOffice()
    {
        await PushAsync(VoterExamples.New(1));
        await Core.PushAsync(BatchExamples.With(1, BatchExamples.Producer, "5202", [VoterExamples.New(1, "5202")]));
        await Core.PushAsync(BatchExamples.With(1, BatchExamples.Producer, "5171", [VoterExamples.New(1, "5171")]));
        var administrator = new Caller("admin", Role.Administrator, OfficeCode.Parse("P52"));

        var responses = await PullAsync(administrator, new PullRequest { ProvinceCode = "52" });
        await PushAsync(VoterExamples.New(2));
        var more = await PullAsync(administrator, new PullRequest { ProvinceCode = "52", Token = responses[^1].Token });

        responses.SelectMany(r => r.Entries).Select(e => e.OfficeCode).ShouldBe(["5201", "5202"]);
        more.SelectMany(r => r.Entries).ShouldHaveSingleItem().Position.ShouldBe(2);
    }

    [Fact]
    public async Task Pull_Integrator_GetsMaskedRecords()
    {
        await PushAsync(VoterExamples.New(1), VoterExamples.Remove(VoterExamples.NikOf(1)));
        var integrator = new Caller("integrator", Role.Integrator, OfficeCode.Parse("P52"));

        var batch = (await PullAsync(integrator, new PullRequest { OfficeCode = "5201" }))[0].Entries[0].Batch;

        batch.Masked.ShouldBeTrue();
        var text = batch.ToString();
        text.ShouldNotContain(VoterExamples.NikOf(1));
        text.ShouldNotContain(VoterExamples.Record(1).Nkk);
        text.ShouldNotContain("1980-03-21");
    }

    [Fact]
    public async Task Pull_WithProof_LetsTheReaderComputeTheChain()
    {
        await PushAsync(VoterExamples.New(1));
        await PushAsync(VoterExamples.New(2));

        var entries = (await PullAsync(TestCore.Operator(), new PullRequest { OfficeCode = "5201", WithProof = true })).SelectMany(r => r.Entries);

        var hash = LedgerChain.Origin.ToArray();
        foreach (var entry in entries)
        {
            hash = LedgerChain.Next(hash, entry.Position, EntryKind.Batch, entry.Proof.Digest.Span);
            entry.ChainHash.Span.SequenceEqual(hash).ShouldBeTrue();
            entry.Proof.Salts.Length.ShouldBe(LedgerChain.SaltLength);
        }
    }

    [Fact]
    public async Task Pull_Follow_SendsWhatIsWrittenLater()
    {
        using var stop = new CancellationTokenSource();
        var stream = Core.Get<PullHandler>()
            .ReadAsync(TestCore.Operator(), new PullRequest { OfficeCode = "5201", Follow = true }, stop.Token).GetAsyncEnumerator(stop.Token);
        (await stream.MoveNextAsync()).ShouldBeTrue();
        stream.Current.Value.CaughtUp.ShouldBeTrue();

        await PushAsync(VoterExamples.New(1));
        var next = stream.MoveNextAsync().AsTask();
        while (!next.IsCompleted)
        {
            Core.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(next, Task.Run(() => { }));
        }

        (await next).ShouldBeTrue();
        stream.Current.Value.Entries.ShouldHaveSingleItem().Position.ShouldBe(1);
        await stop.CancelAsync();
    }

    [Theory]
    [InlineData(Role.OfficeOperator, "5202", "5201")]
    [InlineData(Role.Administrator, "P51", "5201")]
    [InlineData(Role.Auditor, "5201", "P52")]
    [InlineData(Role.Integrator, "P52", "RI")]
    [InlineData(Role.PartyOperator, "RI", "5201")]
    public void CheckRead_OutOfRange_IsRefused(Role role, string office, string range) =>
        OfficeGrants.CheckRead(new Caller("c", role, OfficeCode.Parse(office)), OfficeCode.Parse(range))!.Reason.ShouldBe(ErrorReason.RangeNotGranted);

    [Theory]
    [InlineData(Role.OfficeOperator, "5202", ErrorReason.OfficeNotGranted)]
    [InlineData(Role.Administrator, "5201", ErrorReason.RoleNotAllowed)]
    [InlineData(Role.Auditor, "RI", ErrorReason.RoleNotAllowed)]
    public async Task Push_WithoutAGrant_IsRefusedBeforeAnythingElse(Role role, string office, ErrorReason reason)
    {
        var batch = BatchExamples.Of(1);    // Empty, too; the grant comes first.

        (await Core.PushAsync(batch, new Caller("c", role, OfficeCode.Parse(office)))).Error!.Reason.ShouldBe(reason);
    }

    private async Task<IReadOnlyList<PullResponse>> PullAsync(Caller caller, PullRequest request)
    {
        var responses = new List<PullResponse>();
        await foreach (var response in Core.Get<PullHandler>().ReadAsync(caller, request, default))
            responses.Add(response.Value);
        return responses;
    }
}
