using KpuSync.Client.Tests.Support;
using KpuSync.Contracts.V1;

namespace KpuSync.Client.Tests.Server;

public sealed class PushTests : IAsyncLifetime
{
    private OfficeWorld _world = null!;

    public async Task InitializeAsync() => _world = await OfficeWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Push_FirstThenSame_AppliesAllThenSendsNothing()
    {
        var client = await _world.InitAsync();
        var path = _world.WriteMany(2_500);
        var first = await client.PushAsync(path);
        first.Outcomes.Applied.ShouldBe(2_500);
        first.ChangesWaiting.ShouldBe(0);
        first.BatchesAcknowledged.ShouldBeGreaterThan(1);
        first.LastReceipt!.Sequence.ShouldBe(first.BatchesAcknowledged);
        (await client.PushAsync(path)).ShouldSatisfyAllConditions(
            r => r.Delta.Unchanged.ShouldBe(2_500),
            r => r.Delta.Changes.ShouldBe(0),
            r => r.BatchesAcknowledged.ShouldBe(0));
        (await _world.LedgerAsync()).Register.Count.ShouldBe(2_500);
    }

    [Fact]
    public async Task Push_RejectedRows_ComeBackAsAFileWhoseMendedRowsSettleThem()
    {
        var client = await _world.InitAsync();
        var report = await client.PushAsync(_world.Write(Voters.Row(1), Voters.Row(2, name: ""), Voters.Row(3, birthDate: "31|02|1990")));
        report.Outcomes.Rejected.ShouldBe(1);
        report.Findings.Where(f => f.Severity == Severity.Error).Select(f => (f.Row, f.Column)).ShouldBe([(3, "NAMA"), (4, "TGL_LHR")]);

        var mended = File.ReadAllText(report.ReportFiles.ShouldHaveSingleItem())
            .Replace($"{Voters.Nik(2)},,L", $"{Voters.Nik(2)},SITI,L", StringComparison.Ordinal)
            .Replace("31|02|1990", "28|02|1990", StringComparison.Ordinal);
        var second = await client.PushAsync(_world.Files.Write("perbaikan.csv", mended));
        second.Outcomes.Applied.ShouldBe(2);
        (await client.StatusAsync()).ChangesNotApplied.ShouldBe(0);
        var (register, batches) = await _world.LedgerAsync();
        register.Count.ShouldBe(3);
        batches[^1].Changes[0].Corrects.ShouldBe(new ChangeRef { Sequence = 1, Index = 1 });
    }

    [Fact]
    public async Task Push_Over100WithoutVerification_IsHeldUntilTheMendedRowBringsIt()
    {
        var client = await _world.InitAsync();
        var old = Voters.Row(1, birthDate: "12|01|1920");
        (await client.PushAsync(_world.Write(old))).Outcomes.Held.ShouldBe(1);
        (await client.PushAsync(_world.Write(old))).ShouldSatisfyAllConditions(
            r => r.Delta.NotAppliedBefore.ShouldBe(1),
            r => r.Findings.ShouldContain(f => f.Code == "VOTER_OVER_100_UNVERIFIED" && f.Again));
        var verified = _world.Files.Write(
            "pemilih.csv",
            $"{Voters.Header},VERIF_METODE,VERIF_PETUGAS,VERIF_TGL,VERIF_DOKUMEN\n{old},COKTAS,PANITIA,01|02|2025,BA 1\n");
        (await client.PushAsync(verified)).Outcomes.Applied.ShouldBe(1);
        (await _world.LedgerAsync()).Register.Keys.ShouldBe([Voters.Nik(1)]);
    }

    [Fact]
    public async Task Push_TwoAtOnceInOneInstallation_OneWaitsAndNothingIsTwice()
    {
        await _world.InitAsync();
        var path = _world.WriteMany(1_500);
        var reports = await Task.WhenAll(_world.Open().PushAsync(path), _world.Open().PushAsync(path));
        reports.Sum(r => r.Outcomes.Applied).ShouldBe(1_500);
        reports.Sum(r => r.Outcomes.Unchanged).ShouldBe(0);
        (await _world.LedgerAsync()).Batches.Sum(b => b.Changes.Count).ShouldBe(1_500);
    }

    [Fact]
    public async Task Push_ServerUnreachable_JournalsAndSendsWithTheNextPush()
    {
        var client = await _world.InitAsync(change: o => o with { RetryFor = TimeSpan.FromMilliseconds(50) });
        _world.Line.IsCut = true;
        var waiting = await client.PushAsync(_world.WriteMany(30));
        waiting.Unreachable.ShouldNotBeNull().Code.ShouldBe("SERVER_UNREACHABLE");
        waiting.ChangesWaiting.ShouldBe(30);
        (await client.StatusAsync()).ChangesWaiting.ShouldBe(30);
        _world.Line.IsCut = false;
        (await client.ResumeAsync()).Outcomes.Applied.ShouldBe(30);
        (await client.StatusAsync()).ChangesWaiting.ShouldBe(0);
    }

    // Regression: compared with a baseline without what waits, a row that takes it back counted as unchanged, and the register kept the mistake.
    [Fact]
    public async Task Push_ServerUnreachableWhileChangesWait_ComparesTheFileLater()
    {
        var client = await _world.InitAsync(change: o => o with { RetryFor = TimeSpan.FromMilliseconds(50) });
        await client.PushAsync(_world.Write(Voters.Row(1, name: "SITI")));
        _world.Line.IsCut = true;
        (await client.PushAsync(_world.Write(Voters.Row(1, name: "AMINAH")))).FileNotCompared.ShouldBeFalse();
        var takenBack = _world.Write(Voters.Row(1, name: "SITI"));
        (await client.PushAsync(takenBack)).ShouldSatisfyAllConditions(r => r.FileNotCompared.ShouldBeTrue(), r => r.ChangesWaiting.ShouldBe(1));
        _world.Line.IsCut = false;
        (await client.PushAsync(takenBack)).Outcomes.Applied.ShouldBe(2);
        (await _world.LedgerAsync()).Register[Voters.Nik(1)].Name.ShouldBe("SITI");
    }

    [Fact]
    public async Task Push_LineBreaksInMidStream_ResumesByItself()
    {
        var client = await _world.InitAsync();
        var path = _world.WriteMany(3_000);
        _world.Line.BreakAfter(200_000);
        var report = await client.PushAsync(path, new PushOptions { BatchChangesMax = 100 });
        report.Reconnects.ShouldBeGreaterThan(0);
        report.Outcomes.Sum.ShouldBe(3_000);
        (await _world.LedgerAsync()).Batches.Sum(b => b.Changes.Count).ShouldBe(3_000);
    }

    // Regression: a window that opened only after the receipts were stored let the server wait for the computer's disk.
    [Fact]
    public async Task Push_StoringReceiptsTakesLong_ServerGoesOnMeanwhile()
    {
        // Progress is told in the loop that stores. It let 32 batches through (a window sent, one more opened by the first group); it may let through a window, that group and what waits (16, 1, 32).
        const int batches = 40;
        var client = await _world.InitAsync();
        var written = Task.Run(() => _world.UntilWrittenAsync(batches));
        bool? meanwhile = null;
        var progress = new Watcher(p =>
        {
            if (p.Phase == SyncPhase.Sending)
                meanwhile ??= written.Wait(TimeSpan.FromSeconds(30));
        });
        var report = await client.PushAsync(_world.WriteMany(batches * 10), new PushOptions { BatchChangesMax = 10 }, progress);
        meanwhile.ShouldBe(true);
        report.BatchesAcknowledged.ShouldBe(batches);
        report.Outcomes.Applied.ShouldBe(batches * 10);
    }

    [Fact]
    public async Task Push_ServerTakesLessThanWasJournaled_CutsAnew()
    {
        var client = await _world.InitAsync(change: o => o with { RetryFor = TimeSpan.FromMilliseconds(50) });
        _world.Line.IsCut = true;
        (await client.PushAsync(_world.WriteMany(1_000))).ChangesWaiting.ShouldBe(1_000);
        _world.Line.IsCut = false;
        await _world.StopServerAsync();
        await _world.StartServerAsync(("Limits:BatchChangesMax", "150"));
        await _world.FollowServerAsync(client);
        (await client.ResumeAsync()).Outcomes.Applied.ShouldBe(1_000);
        (await _world.LedgerAsync()).Batches.ShouldAllBe(b => b.Changes.Count <= 150);
    }

    [Theory]
    [InlineData(10)] // Full while the delta is journaled.
    [InlineData(20)] // Full while outcomes are taken over.
    public async Task Push_FullDisk_IsNamedAndLosesNothing(int pages)
    {
        await _world.InitAsync();
        var path = _world.WriteMany(3_000);
        var full = _world.Open(change: o => o with { StatePagesMax = pages });
        (await Should.ThrowAsync<InstallationException>(() => full.PushAsync(path))).Code.ShouldBe("CLIENT_DISK_FULL");
        (await _world.Open().PushAsync(path)).ChangesWaiting.ShouldBe(0);
        (await _world.Open().StatusAsync()).BaselineVoters.ShouldBe(3_000);
        var (register, batches) = await _world.LedgerAsync();
        register.Count.ShouldBe(3_000);
        batches.Sum(b => b.Changes.Count).ShouldBe(3_000);
    }

    [Fact]
    public async Task Push_Cancelled_EndsAndGoesOnLater()
    {
        var client = await _world.InitAsync();
        var path = _world.WriteMany(2_000);
        using var stop = new CancellationTokenSource();
        var stopAtFirstReceipt = new Watcher(p =>
        {
            if (p.Phase == SyncPhase.Sending)
                stop.Cancel();
        });
        await Should.ThrowAsync<OperationCanceledException>(
            () => client.PushAsync(path, new PushOptions { BatchChangesMax = 50 }, stopAtFirstReceipt, stop.Token));
        await client.PushAsync(path);
        var (register, batches) = await _world.LedgerAsync();
        register.Count.ShouldBe(2_000);
        batches.Sum(b => b.Changes.Count).ShouldBe(2_000);
    }

    [Fact]
    public async Task Push_ForgedCredential_IsNotAllowedAndKeepsWhatWaits()
    {
        var client = await _world.InitAsync();
        await client.InitAsync(new InitOptions()); // Nothing changes.
        File.WriteAllText(Path.Combine(_world.HomeOf("home"), "credential"), "eyJhbGciOiJIUzI1NiJ9.e30.x");
        (await Should.ThrowAsync<NotAllowedException>(() => client.PushAsync(_world.WriteMany(3)))).Reason.ShouldBe(ErrorReason.CredentialInvalid);
    }

    [Fact]
    public async Task Init_CredentialOfAnotherOffice_IsNotAllowed()
    {
        var init = new InitOptions
        {
            Server = new Uri(_world.Server.Address),
            Office = Voters.Office,
            Credential = await _world.Server.IssueTokenAsync("5202"),
        };
        (await Should.ThrowAsync<NotAllowedException>(() => _world.Open().InitAsync(init))).Reason.ShouldBe(ErrorReason.OfficeNotGranted);
    }

    private sealed class Watcher(Action<SyncProgress> see) : IProgress<SyncProgress>
    {
        public void Report(SyncProgress value) => see(value);
    }
}
