using System.Collections.Concurrent;
using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Duplicates;
using KpuSync.Core.Ledger;
using KpuSync.Core.Recap;
using KpuSync.Core.Register;
using KpuSync.Rules.Chain;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;
using KpuSync.TestKit;
using KpuSync.TestKit.Changes;
using KpuSync.TestKit.Stores;

namespace KpuSync.Core.Tests;

/// <summary>Tests in which several offices push into a fresh core.</summary>
public abstract class OfficesTests : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, long> _sequences = new(StringComparer.Ordinal);

    protected TempFolder Folder { get; } = new();

    protected TestCore Core { get; private set; } = null!;

    /// <summary>The number that several offices have.</summary>
    protected static string Shared => VoterExamples.NikOf(1);

    protected static Caller Centre => Administrator("RI");

    protected static Caller Province => Administrator("P52");

    public async Task InitializeAsync() => Core = await TestCore.OpenAsync(Folder.File("kpusync.db"));

    public async Task DisposeAsync()
    {
        await Core.DisposeAsync();
        Folder.Dispose();
    }

    protected static Caller Administrator(string range) => new($"admin-{range}", Role.Administrator, OfficeCode.Parse(range));

    protected static Caller Operator(string office = "5201") => TestCore.Operator(office);

    /// <summary>The shared person, registered in an office.</summary>
    protected static Change Registered(string office, UpsertReason reason = UpsertReason.NewFirstTime, string? name = null)
    {
        var record = VoterExamples.Record(1, name: name);
        record.VillageCode = RegionCatalogue.Default.VillagesOf(RegionCatalogue.Default.DistrictsOf(office)[0].Code)[0].Code;
        return VoterExamples.Upsert(record, reason);
    }

    protected async Task<Receipt> PushAsync(string office, params Change[] changes)
    {
        var sequence = _sequences.AddOrUpdate(office, 1, (_, last) => last + 1);
        return (await Core.PushAsync(BatchExamples.With(sequence, BatchExamples.Producer, office, changes))).Value.Receipt;
    }

    protected async Task<string> OutcomeOfAsync(string office, Change change)
    {
        var receipt = await PushAsync(office, change);
        return receipt.Outcomes.Count == 0
            ? "Applied"
            : string.Join(' ', receipt.Outcomes[0].Violations.Select(v => v.Code).Prepend(receipt.Outcomes[0].Status.ToString()));
    }

    protected Task<long> ScanAsync() => Core.Get<Scanner>().CatchUpAsync(default);

    protected async Task<IReadOnlyList<DuplicateCase>> CasesAsync(Caller caller) =>
        (await Core.Get<CaseListHandler>().ListAsync(caller, new ListCasesRequest { Range = caller.Office.Value }, default)).Value.Cases;

    protected Task<IReadOnlyList<LedgerEntry>> EntriesAsync(string office) => Core.Store.EntriesAfterAsync(OfficeCode.Parse(office), 0, 100, default).AsTask();

    protected async Task<IReadOnlyList<Notice>> NoticesAsync(string office) =>
        [.. (await EntriesAsync(office)).Where(e => e.Kind is EntryKind.Notice).SelectMany(e => NoticeEntry.Parser.ParseFrom(e.Payload).Notices)];

    protected async Task<Registration?> RegistrationAsync(string office, string? nik = null)
    {
        var view = new OfficeView(OfficeCode.Parse(office));
        await Core.Store.LoadAsync(view, [Nik.Parse(nik ?? Shared)], default);
        return view.Find(Nik.Parse(nik ?? Shared));
    }

    protected async Task ShouldBeSoundAsync(params string[] offices)
    {
        foreach (var office in offices.Select(OfficeCode.Parse))
        {
            (await Core.Get<ChainVerifier>().VerifyAsync(office, default)).Faults.ShouldBeEmpty();
            (await Core.Get<RebuildHandler>().CheckAsync(office, default)).Differences.ShouldBeEmpty();
            (await Core.Get<TallyCheck>().CheckAsync(office, default)).Differences.ShouldBeEmpty();
        }
    }
}
