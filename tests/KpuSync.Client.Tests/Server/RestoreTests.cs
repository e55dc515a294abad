using KpuSync.Client.Tests.Support;
using KpuSync.TestKit.Stores;
using Microsoft.Data.Sqlite;

namespace KpuSync.Client.Tests.Server;

public sealed class RestoreTests : IAsyncLifetime
{
    private OfficeWorld _world = null!;

    public async Task InitializeAsync() => _world = await OfficeWorld.StartAsync();

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Push_AcknowledgementsWereLost_TakesTheMissedReceipts()
    {
        var client = await _world.InitAsync(change: o => o with { RetryFor = TimeSpan.FromMilliseconds(50) });
        _world.Line.IsCut = true;
        await client.PushAsync(_world.WriteMany(250), new PushOptions { BatchChangesMax = 2 });
        _world.Line.IsCut = false;
        var home = _world.HomeOf("home");
        Copy(Path.Combine(home, "state.db"), _world.Files.File("before.db"));
        (await client.ResumeAsync()).BatchesAcknowledged.ShouldBe(125);
        Copy(_world.Files.File("before.db"), Path.Combine(home, "state.db"));
        (await client.ResumeAsync()).Outcomes.Applied.ShouldBe(250);
        (await client.StatusAsync()).ShouldSatisfyAllConditions(s => s.ChangesWaiting.ShouldBe(0), s => s.BaselineVoters.ShouldBe(250));
        (await _world.LedgerAsync()).Batches.Count.ShouldBe(125);
    }

    [Fact]
    public async Task Push_InstallationRestoredFromAnOlderCopy_IsForkedAndRecoversFromTheServer()
    {
        var client = await _world.InitAsync();
        await client.PushAsync(_world.WriteMany(10));
        var home = _world.HomeOf("home");
        Copy(Path.Combine(home, "state.db"), _world.Files.File("before.db"));
        await client.PushAsync(_world.WriteMany(20));
        Copy(_world.Files.File("before.db"), Path.Combine(home, "state.db"));
        await Should.ThrowAsync<InstallationForkedException>(() => client.PushAsync(_world.WriteMany(30)));
        (await client.InitAsync(new InitOptions { FromServer = true })).BaselineVoters.ShouldBe(20);
        (await client.PushAsync(_world.WriteMany(30))).Delta.Upserts.ShouldBe(10);
        (await _world.LedgerAsync()).Register.Count.ShouldBe(30);
    }

    [Fact]
    public async Task Push_ServerRestoredFromAnOlderCopy_SendsTheJournalAgain()
    {
        var client = await _world.InitAsync();
        await client.PushAsync(_world.WriteMany(10));
        await RestoreServerAsync(client, async () =>
        {
            await client.PushAsync(_world.WriteMany(20), new PushOptions { BatchChangesMax = 3 });
            await client.PushAsync(_world.Write(Voters.Row(1, ket: "1")), new PushOptions { ConfirmMassRemoval = true });
        });
        var after = await client.PushAsync(_world.WriteMany(25));
        after.PushCompleteExport.ShouldBeFalse();
        var (register, _) = await _world.LedgerAsync();
        register.Count.ShouldBe(24);
        register.ShouldNotContainKey(Voters.Nik(1));
        (await client.VerifyAuditAsync()).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Push_ServerRestoredToBeforeTheJournal_RebuildsTheBaselineAndAsksForTheCompleteExport()
    {
        var client = await _world.InitAsync();
        var path = _world.WriteMany(20);
        await RestoreServerAsync(client, () => client.PushAsync(path, new PushOptions { BatchChangesMax = 5 }));
        PurgeFirstBatches();
        var report = await client.PushAsync(path);
        report.PushCompleteExport.ShouldBeTrue();
        (await _world.LedgerAsync()).Register.Count.ShouldBe(20);
        (await client.PushAsync(path)).Delta.Changes.ShouldBe(0);
    }

    [Fact]
    public async Task Init_FromServerOnANewComputer_KnowsWhatTheServerHolds()
    {
        var path = _world.WriteMany(120);
        await (await _world.InitAsync()).PushAsync(path);
        var replaced = await _world.InitAsync("replaced", fromServer: true);
        (await replaced.PushAsync(path)).ShouldSatisfyAllConditions(r => r.Delta.Unchanged.ShouldBe(120), r => r.Delta.Changes.ShouldBe(0));
    }

    private async Task RestoreServerAsync(KpuSyncClient client, Func<Task> meanwhile)
    {
        var data = _world.Files.File("kpusync.db");
        await _world.StopServerAsync();
        await CopyServerAsync(data, _world.Files.File("backup.db"));
        await _world.StartServerAsync();
        await _world.FollowServerAsync(client);
        await meanwhile();
        await _world.StopServerAsync();
        await CopyServerAsync(_world.Files.File("backup.db"), data);
        await _world.StartServerAsync();
        await _world.FollowServerAsync(client);
    }

    private static Task CopyServerAsync(string from, string to)
    {
        SqliteConnection.ClearAllPools();
        return TestDatabases.CopyAsync(from, to);
    }

    private void PurgeFirstBatches()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_world.HomeOf("home"), "state.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "DELETE FROM outbox WHERE sequence<3";
        command.ExecuteNonQuery().ShouldBe(2);
    }

    // With its log, which is empty once every connection was closed.
    private static void Copy(string from, string to)
    {
        SqliteConnection.ClearAllPools();
        foreach (var suffix in new[] { "", "-wal", "-shm" })
        {
            File.Delete(to + suffix);
            if (File.Exists(from + suffix))
                File.Copy(from + suffix, to + suffix);
        }
    }
}
