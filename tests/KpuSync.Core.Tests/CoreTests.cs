using KpuSync.Contracts.V1;
using KpuSync.Rules.Registry;
using KpuSync.Rules.Values;
using KpuSync.TestKit;
using KpuSync.TestKit.Changes;
using KpuSync.TestKit.Stores;

namespace KpuSync.Core.Tests;

/// <summary>Tests that push into a fresh core on a database file of their own.</summary>
public abstract class CoreTests : IAsyncLifetime
{
    private long _sequence;

    protected TempFolder Folder { get; } = new();

    protected TestCore Core { get; private set; } = null!;

    /// <summary>Severities that rules have in the core; their own unless a class says otherwise.</summary>
    protected virtual RuleSeverities Severities => RuleSeverities.None;

    public async Task InitializeAsync() => Core = await TestCore.OpenAsync(Folder.File("kpusync.db"), severities: Severities);

    public async Task DisposeAsync()
    {
        await Core.DisposeAsync();
        Folder.Dispose();
    }

    /// <summary>Pushes changes as the producer's next batch.</summary>
    protected async Task<Receipt> PushAsync(params Change[] changes) =>
        (await Core.PushAsync(BatchExamples.Of(++_sequence, changes))).Value.Receipt;

    /// <summary>Pushes one change and tells how it ended, with its codes.</summary>
    protected async Task<string> OutcomeOfAsync(Change change)
    {
        var receipt = await PushAsync(change);
        if (receipt.Outcomes.Count == 0)
            return receipt.Counts.Applied == 1 ? "Applied" : "Unchanged";
        return string.Join(' ', receipt.Outcomes[0].Violations.Select(v => v.Code).Prepend(receipt.Outcomes[0].Status.ToString()));
    }

    protected async Task<VoterRecord?> ActiveAsync(string nik)
    {
        await foreach (var registration in Core.Store.RegistrationsOfAsync(OfficeCode.Parse("5201"), default))
        {
            if (registration.IsActive && registration.Nik.ToFullText() == nik)
                return registration.ParseRecord();
        }

        return null;
    }
}
