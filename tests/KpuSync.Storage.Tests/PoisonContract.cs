using KpuSync.Contracts.V1;
using KpuSync.Rules.Values;
using KpuSync.TestKit;
using KpuSync.TestKit.Changes;
using KpuSync.TestKit.Stores;

namespace KpuSync.Storage.Tests;

/// <summary>What becomes of changes that a healthy database refuses, on every database.</summary>
public abstract class PoisonContract : IAsyncLifetime
{
    protected TempFolder Folder { get; } = new();

    private TestCore Core { get; set; } = null!;

    protected abstract Task<TestCore> OpenAsync();

    public async Task InitializeAsync() => Core = await OpenAsync();

    public async Task DisposeAsync()
    {
        await Core.DisposeAsync();
        Folder.Dispose();
    }

    [Fact]
    public async Task Push_DatabaseRefusesOneChange_ParksItAloneAndAppliesTheRest()
    {
        await Core.RefuseRegistrationAsync(VoterExamples.NikOf(7));

        var receipt = (await Core.PushAsync(BatchExamples.Of(1, Enumerable.Range(1, 10).Select(i => VoterExamples.New(i))))).Value.Receipt;

        receipt.Counts.ShouldBe(new OutcomeCounts { Applied = 9, Rejected = 1 });
        receipt.Outcomes.ShouldHaveSingleItem().Violations[0].Code.ShouldBe("CHANGE_POISON");
        (await RegisteredAsync()).Count.ShouldBe(9);
    }

    // Left out alone, neither of them fails: the one that builds on the other is to blame.
    [Theory]
    [InlineData(BatchMode.PerChange, 2)]
    [InlineData(BatchMode.AllOrNothing, 0)]
    public async Task Push_DatabaseRefusesAChangeThatBuildsOnAnother_NamesThatOne(BatchMode mode, int registered)
    {
        await Core.RefuseRegistrationAsync(VoterExamples.NikOf(8));
        var corrected = VoterExamples.Record(7);
        corrected.Nik = VoterExamples.NikOf(8);
        var batch = BatchExamples.Of(1, VoterExamples.New(7), VoterExamples.New(1), VoterExamples.ChangeNik(VoterExamples.NikOf(7), corrected));
        batch.Mode = mode;

        var receipt = (await Core.PushAsync(batch)).Value.Receipt;

        receipt.Outcomes.Single(o => o.Violations.Count > 0).ShouldSatisfyAllConditions(o => o.Index.ShouldBe(2), o => o.Violations[0].Code.ShouldBe("CHANGE_POISON"));
        (await RegisteredAsync()).Count.ShouldBe(registered);
    }

    [Fact]
    public async Task Push_DatabaseRefusesOneChangeOfAWholeBatch_ParksTheBatchAndNamesTheChange()
    {
        await Core.RefuseRegistrationAsync(VoterExamples.NikOf(2));
        var batch = BatchExamples.Of(1, Enumerable.Range(1, 3).Select(i => VoterExamples.New(i)));
        batch.Mode = BatchMode.AllOrNothing;

        var receipt = (await Core.PushAsync(batch)).Value.Receipt;

        receipt.Counts.ShouldBe(new OutcomeCounts { NotApplied = 2, Rejected = 1 });
        receipt.Outcomes.Single(o => o.Violations.Count > 0).ShouldSatisfyAllConditions(o => o.Index.ShouldBe(1), o => o.Violations[0].Code.ShouldBe("CHANGE_POISON"));
        (await RegisteredAsync()).ShouldBeEmpty();
    }

    private async Task<List<Nik>> RegisteredAsync()
    {
        var niks = new List<Nik>();
        await foreach (var registration in Core.Store.RegistrationsOfAsync(OfficeCode.Parse("5201"), default))
        {
            if (registration.IsActive)
                niks.Add(registration.Nik);
        }

        return niks;
    }
}

public sealed class SqlitePoisonTests : PoisonContract
{
    protected override Task<TestCore> OpenAsync() => TestCore.OpenSqliteAsync(Folder.File("kpusync.db"));
}

public sealed class PostgresPoisonTests : PoisonContract
{
    protected override Task<TestCore> OpenAsync() => TestCore.OpenPostgresAsync(Folder.File("kpusync.db"));
}
