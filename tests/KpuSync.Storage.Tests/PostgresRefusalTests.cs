using KpuSync.Contracts.V1;
using KpuSync.TestKit;
using KpuSync.TestKit.Changes;
using KpuSync.TestKit.Stores;

namespace KpuSync.Storage.Tests;

/// <summary>What becomes of a batch that PostgreSQL refuses, by what it says.</summary>
public sealed class PostgresRefusalTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private TestCore _core = null!;

    public async Task InitializeAsync() => _core = await TestCore.OpenPostgresAsync(_folder.File("kpusync.db"));

    public async Task DisposeAsync()
    {
        await _core.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("40001", 3)]   // What was read has changed: tried again, a few times.
    [InlineData("40P01", 3)]   // A deadlock.
    [InlineData("55P03", 1)]   // lock_timeout.
    [InlineData("57014", 1)]   // statement_timeout.
    [InlineData("53100", 1)]   // The disk is full.
    [InlineData("25006", 1)]   // It became read-only.
    [InlineData("42501", 1)]   // A right was taken away.
    public async Task Push_OfAMachineThatGoesOnRefusing_IsTriedSoOftenAndParksNothing(string state, int tries)
    {
        await Refusals.BeginAsync(_core, Refusals.OfNewRegistrations, state, times: int.MaxValue);
        (await _core.PushAsync(Batch())).Error!.Reason.ShouldBe(ErrorReason.StorageUnavailable);
        (await Refusals.TriesAsync(_core)).ShouldBe(tries);

        await AcceptAsync();
        (await _core.PushAsync(Batch())).Value.Receipt.Counts.Applied.ShouldBe(1);
    }

    [Theory]
    [InlineData("40001")]
    [InlineData("40P01")]
    public async Task Push_InAnothersWayTwice_GoesThrough(string state)
    {
        await Refusals.BeginAsync(_core, Refusals.OfNewRegistrations, state, times: 2);

        (await _core.PushAsync(Batch())).Value.Receipt.Counts.Applied.ShouldBe(1);
    }

    // The queue of NOTIFY is full: a limit of the program, but told at the commit, where nothing is the content's. It made a batch INTERNAL.
    [Fact]
    public async Task Push_LimitThatIsMetAtTheCommit_IsTheMachines()
    {
        await Refusals.BeginAsync(_core, Refusals.OfNewRegistrationsAtTheCommit, "54000", times: int.MaxValue);

        (await _core.PushAsync(Batch())).Error!.Reason.ShouldBe(ErrorReason.StorageUnavailable);
        (await Refusals.TriesAsync(_core)).ShouldBe(1);
    }

    private static Batch Batch() => BatchExamples.Of(1, VoterExamples.New(1));

    private Task AcceptAsync() => _core.ExecuteAsync("DROP TRIGGER refuse ON registration");
}
