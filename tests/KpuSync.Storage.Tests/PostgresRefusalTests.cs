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
        await RefuseAsync(state, times: int.MaxValue);
        (await _core.PushAsync(Batch())).Error!.Reason.ShouldBe(ErrorReason.StorageUnavailable);
        (await TriesAsync()).ShouldBe(tries);

        await AcceptAsync();
        (await _core.PushAsync(Batch())).Value.Receipt.Counts.Applied.ShouldBe(1);
    }

    [Theory]
    [InlineData("40001")]
    [InlineData("40P01")]
    public async Task Push_InAnothersWayTwice_GoesThrough(string state)
    {
        await RefuseAsync(state, times: 2);

        (await _core.PushAsync(Batch())).Value.Receipt.Counts.Applied.ShouldBe(1);
    }

    // The queue of NOTIFY is full: a limit of the program, but told at the commit, where nothing is the content's. It made a batch INTERNAL.
    [Fact]
    public async Task Push_LimitThatIsMetAtTheCommit_IsTheMachines()
    {
        await RefuseAsync("54000", times: int.MaxValue, trigger: "CREATE CONSTRAINT TRIGGER refuse AFTER INSERT ON registration DEFERRABLE INITIALLY DEFERRED");

        (await _core.PushAsync(Batch())).Error!.Reason.ShouldBe(ErrorReason.StorageUnavailable);
        (await TriesAsync()).ShouldBe(1);
    }

    private static Batch Batch() => BatchExamples.Of(1, VoterExamples.New(1));

    // Counted by a sequence, which no rollback takes back.
    private Task RefuseAsync(string state, int times, string trigger = "CREATE TRIGGER refuse BEFORE INSERT ON registration") => _core.ExecuteAsync(
        $"""
        CREATE SEQUENCE tries;
        CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN
            IF nextval('tries') <= {times} THEN RAISE EXCEPTION 'refused' USING ERRCODE = '{state}'; END IF;
            RETURN new;
        END $f$;
        {trigger} FOR EACH ROW EXECUTE FUNCTION refuse()
        """);

    private Task AcceptAsync() => _core.ExecuteAsync("DROP TRIGGER refuse ON registration");

    private Task<long> TriesAsync() => _core.ScalarAsync<long>("SELECT last_value FROM tries");
}
