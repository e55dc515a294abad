using System.Threading.Channels;
using KpuSync.Client.State;
using KpuSync.Client.Tests.Support;
using KpuSync.Contracts.V1;
using KpuSync.TestKit.Changes;

namespace KpuSync.Client.Tests.Server;

public sealed class OperationTests : IAsyncLifetime
{
    private OfficeWorld _world = null!;

    public async Task InitializeAsync() => _world = await OfficeWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Compare_AfterAPush_AgreesAndThenCountsByVillage()
    {
        var client = await _world.InitAsync();
        var path = _world.WriteMany(12);
        await client.PushAsync(path);
        (await client.CompareAsync(path)).Totals.ShouldSatisfyAllConditions(t => t.Equal.ShouldBeTrue(), t => t.Same.ShouldBe(12));

        var other = _world.Write([.. Enumerable.Range(1, 10).Select(n => Voters.Row(n, tps: n == 1 ? "009" : "001")), Voters.Row(99)]);
        (await client.CompareAsync(other)).Villages.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            v => v.VillageCode.ShouldBe("5201012002"),
            v => v.Register.ShouldBe(12),
            v => v.Export.ShouldBe(11),
            v => v.Same.ShouldBe(9),
            v => v.Differing.ShouldBe(1),
            v => v.OnlyInRegister.ShouldBe(2),
            v => v.OnlyInExport.ShouldBe(1));
    }

    [Fact]
    public async Task Validate_Offline_UsesTheSameRulesAndSendsNothing()
    {
        var client = await _world.InitAsync();
        var report = await client.ValidateAsync(_world.Write(Voters.Row(1), Voters.Row(2, name: ""), Voters.Row(3, birthDate: "12|01|2020").Replace(",S,JALAN", ",B,JALAN", StringComparison.Ordinal)));
        report.Rows.ShouldBe(3);
        report.RowsWithErrors.ShouldBe(2);
        report.Findings.ShouldContain(f => f.Row == 4 && f.Code == "VOTER_UNDER_AGE" && f.Column == "TGL_LHR");
        (await _world.LedgerAsync()).Batches.ShouldBeEmpty();
    }

    [Fact]
    public async Task Validate_OnServer_SaysWhatAPushWouldGive()
    {
        var client = await _world.InitAsync();
        var report = await client.ValidateAsync(
            _world.Write(Voters.Row(1), Voters.Row(2, ket: "1"), Voters.Row(3, birthDate: "12|01|1920")), new ValidateOptions { OnServer = true });
        report.Outcomes.ShouldBe(new OutcomeTotals(Applied: 1, 0, Held: 1, 0, Rejected: 1, 0, 0));
        (await _world.LedgerAsync()).Batches.ShouldBeEmpty();
    }

    [Fact]
    public async Task Revert_AWrongFile_PutsEveryVoterBackAndSkipsThoseChangedLater()
    {
        var client = await _world.InitAsync();
        await client.PushAsync(_world.Write(Voters.Row(1), Voters.Row(2), Voters.Row(3), Voters.Row(4, dpid: "44")));
        var wrong = await client.PushAsync(
            _world.Write(Voters.Row(1, ket: "1"), Voters.Row(2, name: "SALAH", ket: "U"), Voters.Row(3, name: "SALAH", ket: "U"), Voters.Row(5, dpid: "44"), Voters.Row(6)),
            new PushOptions { ConfirmMassRemoval = true });
        wrong.Outcomes.Applied.ShouldBe(5);
        await client.PushAsync(_world.Write(Voters.Row(3, name: "BENAR", ket: "U")));

        var plan = await client.PlanRevertAsync("2");
        plan.ShouldSatisfyAllConditions(
            p => p.Restorations.ShouldBe(2),
            p => p.Removals.ShouldBe(1),
            p => p.NikChanges.ShouldBe(1),
            p => p.Skipped.ShouldHaveSingleItem().LaterSequence.ShouldBe(3));
        (await client.RevertAsync(plan)).Outcomes.Applied.ShouldBe(4);
        var (register, _) = await _world.LedgerAsync();
        register.OrderBy(v => v.Key).Select(v => v.Value.Name).ShouldBe([VoterExamples.NameOf(1), VoterExamples.NameOf(2), "BENAR", VoterExamples.NameOf(4)]);
        register.Keys.ShouldBe([Voters.Nik(1), Voters.Nik(2), Voters.Nik(3), Voters.Nik(4)], ignoreOrder: true);
    }

    [Fact]
    public async Task Revert_UnknownBatch_IsNamed()
    {
        var client = await _world.InitAsync();
        (await Should.ThrowAsync<KpuSyncException>(() => client.PlanRevertAsync("17"))).Code.ShouldBe("BATCH_NOT_FOUND");
    }

    [Fact]
    public async Task Audit_AfterPushes_FindsReceiptsAndLedgerAlike()
    {
        var client = await _world.InitAsync();
        await client.PushAsync(_world.WriteMany(25), new PushOptions { BatchChangesMax = 10 });
        (await client.VerifyAuditAsync()).ShouldSatisfyAllConditions(a => a.ReceiptsChecked.ShouldBe(3), a => a.Faults.ShouldBeEmpty());
    }

    [Fact]
    public async Task Pull_OfAnotherInstallationsChanges_MovesTheBaselineOn()
    {
        var (first, second) = (await _world.InitAsync("first"), await _world.InitAsync("second"));
        var path = _world.WriteMany(5);
        await first.PushAsync(path);
        var seen = new List<Entry>();
        var pulled = await second.PullAsync(new PullOptions
        {
            OnEntry = (entry, _) =>
            {
                seen.Add(entry);
                return ValueTask.CompletedTask;
            },
        });
        pulled.BaselineVoters.ShouldBe(5);
        seen.Count.ShouldBe((int)pulled.Entries);
        (await second.PushAsync(path)).Delta.Changes.ShouldBe(0);
        (await second.PullAsync()).Entries.ShouldBe(0);
    }

    [Fact]
    public async Task Pull_Follow_HearsOfLaterEntriesAndGoesOnBehindThem()
    {
        var client = await _world.InitAsync();
        await client.PushAsync(_world.Write(Voters.Row(1)));
        var heard = Channel.CreateUnbounded<string>();
        ValueTask Hear(Entry entry, CancellationToken ct) => entry.Batch is null ? default : heard.Writer.WriteAsync(entry.Batch.BatchId, ct);
        using var stop = new CancellationTokenSource();
        var following = client.PullAsync(new PullOptions { Follow = true, OnEntry = Hear }, null, stop.Token);
        var first = await heard.Reader.ReadAsync();

        await client.PushAsync(_world.Write(Voters.Row(1), Voters.Row(2)));
        var second = await heard.Reader.ReadAsync();
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(following);
        (await _world.LedgerAsync()).Batches.Select(b => b.BatchId).ShouldBe([first, second]);

        await client.PushAsync(_world.Write(Voters.Row(1), Voters.Row(2), Voters.Row(3)));
        using var stopAgain = new CancellationTokenSource();
        var again = client.PullAsync(new PullOptions { Follow = true, OnEntry = Hear }, null, stopAgain.Token);
        var third = await heard.Reader.ReadAsync();
        await stopAgain.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(again);
        third.ShouldNotBeOneOf(first, second);
    }

    [Fact]
    public async Task Push_AfterTheRetention_PurgesOldBatchesAndReportsAndStillKnowsItsPlace()
    {
        var client = await _world.InitAsync();
        await client.PushAsync(_world.Write(Voters.Row(1), Voters.Row(2, name: "")));
        var last = await client.PushAsync(_world.Write(Voters.Row(1), Voters.Row(3)));
        Batches().ShouldBe(2);
        ReportFiles().ShouldNotBeEmpty();

        var later = _world.Open(change: o => o with { Time = new ShiftedTime(TimeSpan.FromDays(31)) });
        var report = await later.PushAsync(_world.Write(Voters.Row(1), Voters.Row(3)));
        Batches().ShouldBe(1); // The last one tells the server where this installation stands.
        ReportFiles().ShouldBeEmpty();
        report.LastReceipt.ShouldBe(last.LastReceipt);
        (await later.PushAsync(_world.Write(Voters.Row(1), Voters.Row(3), Voters.Row(4)))).Outcomes.Applied.ShouldBe(1);

        string[] ReportFiles() => Directory.GetFiles(Path.Combine(_world.HomeOf("home"), "reports"));

        long Batches()
        {
            using var state = StateDatabase.Open(_world.HomeOf("home"));
            return (long)state.Connection.Scalar("SELECT count(*) FROM outbox")!;
        }
    }

    [Fact]
    public async Task Push_OnStateOfTheFirstSchema_UpgradesItInPlace()
    {
        var client = await _world.InitAsync();
        await client.PushAsync(_world.Write(Voters.Row(1)));
        using (var state = StateDatabase.Open(_world.HomeOf("home")))
            state.Connection.Execute("DROP INDEX outbox_age; DROP TABLE item_baseline; PRAGMA user_version=1");

        (await client.PushAsync(_world.Write(Voters.Row(1), Voters.Row(2)))).Outcomes.Applied.ShouldBe(1);
        using var upgraded = StateDatabase.Open(_world.HomeOf("home"));
        upgraded.Connection.Scalar("SELECT name FROM sqlite_master WHERE name='outbox_age'").ShouldBe("outbox_age");
    }

    [Fact]
    public async Task Init_OtherDeployment_Stops()
    {
        var client = await _world.InitAsync();
        var config = Path.Combine(_world.HomeOf("home"), "config.json");
        File.WriteAllText(config, File.ReadAllText(config).Replace("trial", "production", StringComparison.Ordinal));
        await Should.ThrowAsync<DeploymentMismatchException>(() => client.PushAsync(_world.WriteMany(1)));
        (await _world.LedgerAsync()).Batches.ShouldBeEmpty();
    }

    [Fact]
    public async Task Init_OtherOffice_IsRefused()
    {
        var client = await _world.InitAsync();
        (await Should.ThrowAsync<InstallationException>(() => client.InitAsync(new InitOptions { Office = "5202" }))).Code.ShouldBe("OFFICE_DIFFERS");
    }
}
