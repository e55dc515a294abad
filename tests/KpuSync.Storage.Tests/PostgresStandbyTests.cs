using KpuSync.Contracts.V1;
using KpuSync.Core.Push;
using KpuSync.Core.Store;
using KpuSync.Storage.Postgres;
using KpuSync.TestKit.Changes;
using KpuSync.TestKit.Stores;
using Npgsql;

namespace KpuSync.Storage.Tests;

/// <summary>A primary that waits for a standby in vain.</summary>
public sealed class PostgresStandbyTests
{
    private const int TriesMax = 200;

    // A commit whose wait for the standby ends (here by the driver's own timeout) is there, and ends well with a warning. It was acknowledged.
    [Fact]
    public async Task Push_StandbyDoesNotAnswer_IsNotAcknowledgedUntilItDoes()
    {
        await using var postgres = await PostgresProcess.StartAsync(isDurable: true);
        await using var core = TestCore.ConnectTo(new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { CommandTimeout = 2 }.ConnectionString);
        await core.Get<PostgresMigrator>().MigrateAsync(default);
        (await core.PushAsync(BatchExamples.Of(1, VoterExamples.New(1)))).Error.ShouldBeNull();
        var batch = BatchExamples.Of(2, VoterExamples.New(2));
        var receiptOf = new GetReceiptRequest { OfficeCode = batch.OfficeCode, ProducerId = batch.ProducerId, Sequence = 2 };
        await WaitForStandbyAsync(core, "nobody");

        for (var tries = 1; tries <= 2; tries++)
            (await core.PushAsync(batch.Clone())).Error!.Reason.ShouldBe(ErrorReason.StorageUnavailable);
        (await core.Store.HeadOfAsync(TestCore.Operator().Office, default)).Position.ShouldBe(2, "what was pushed first stands on the primary");
        await Should.ThrowAsync<StoreUnavailableException>(() => core.Get<ReceiptHandler>().HandleAsync(TestCore.Operator(), receiptOf, default));

        await WaitForStandbyAsync(core, "");
        var answer = await core.PushAsync(batch.Clone());
        for (var tries = 0; tries < TriesMax && answer.Error is not null; tries++)
            answer = await core.PushAsync(batch.Clone());
        answer.Value.Repeated.ShouldBeTrue();
        (await core.Get<ReceiptHandler>().HandleAsync(TestCore.Operator(), receiptOf, default)).Value.Receipt.Position.ShouldBe(2);
    }

    private static async Task WaitForStandbyAsync(TestCore core, string name)
    {
        await core.ExecuteAsync($"ALTER SYSTEM SET synchronous_standby_names = '{name}'");
        await core.ExecuteAsync("SELECT pg_reload_conf()");

        // Commits wait once the server's own processes have read it, whatever this connection shows.
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var tries = 0; tries < TriesMax && await WaitsAsync(core) != (name.Length > 0); tries++)
            await poll.WaitForNextTickAsync();
    }

    private static async Task<bool> WaitsAsync(TestCore core)
    {
        try
        {
            await core.Store.FindAcknowledgedAsync(TestCore.Operator().Office, BatchExamples.Producer, 1, default);
            return false;
        }
        catch (StoreUnavailableException)
        {
            return true;
        }
    }
}
