using KpuSync.Contracts.V1;
using KpuSync.Core;
using KpuSync.Core.Access;
using KpuSync.Core.Duplicates;
using KpuSync.Core.Pull;
using KpuSync.Core.Push;
using KpuSync.Core.Replay;
using KpuSync.Core.Tokens;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;
using KpuSync.Storage.Access;
using KpuSync.TestKit;
using KpuSync.TestKit.Changes;
using KpuSync.TestKit.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace KpuSync.Storage.Tests.Copying;

/// <summary>An embedded database that real offices have worked with: voters, holds, parked changes and a job half-way through them, a claim, cases open and decided, items, a credential.</summary>
public sealed class FilledFile : IAsyncLifetime
{
    public const string Producer = BatchExamples.Producer;

    private readonly TempFolder _folder = new();
    private readonly Dictionary<string, long> _sequences = [];

    /// <summary>Two changes a page, so that a job of three is not done after the first.</summary>
    public static SyncLimits Limits { get; } = new() { ReplayPageChangesMax = 2 };

    public static Caller Province { get; } = new("admin-P52", Role.Administrator, OfficeCode.Parse("P52"));

    public ITokenSealer Sealer { get; } = new HmacTokenSealer();

    public FakeTimeProvider Time { get; } = new(TestCore.Start);

    /// <summary>The first batch, and the receipt that it got.</summary>
    public Batch First { get; } = BatchExamples.Of(
        1, VoterExamples.New(2), VoterExamples.New(3), VoterExamples.Upsert(VoterExamples.Record(4, birthDate: "1924-05-05")), Early(5), Early(6), Early(7));

    public AcknowledgedReceipt FirstReceipt { get; private set; } = null!;

    /// <summary>Where a reader of the office stands: at the end.</summary>
    public string PullToken { get; private set; } = "";

    private string File => _folder.File("filled.db");

    public string CopyTo(string path)
    {
        System.IO.File.Copy(File, path);
        return path;
    }

    /// <summary>A person under one number, whichever office registers it.</summary>
    public static Change Registered(string office, int number, UpsertReason reason = UpsertReason.NewFirstTime)
    {
        var record = VoterExamples.Record(number);
        record.VillageCode = RegionCatalogue.Default.VillagesOf(RegionCatalogue.Default.DistrictsOf(office)[0].Code)[0].Code;
        return VoterExamples.Upsert(record, reason);
    }

    public static async Task<IReadOnlyList<PullResponse>> PullAsync(TestCore core, string token)
    {
        var responses = new List<PullResponse>();
        await foreach (var response in core.Get<PullHandler>().ReadAsync(TestCore.Operator(), new PullRequest { OfficeCode = "5201", Token = token }, default))
            responses.Add(response.Value);
        return responses;
    }

    public static async Task<IReadOnlyList<DuplicateCase>> CasesAsync(TestCore core) =>
        (await core.Get<CaseListHandler>().ListAsync(new Caller("admin", Role.Administrator, OfficeCode.Centre), new ListCasesRequest { Range = "RI" }, default)).Value.Cases;

    public async Task InitializeAsync()
    {
        await using var core = await TestCore.OpenSqliteAsync(File, Limits, Sealer, Time);
        _sequences["5201"] = 1;
        FirstReceipt = (await core.PushAsync(First)).Value;
        await PushAsync(core, "5201", Registered("5201", 1), Registered("5201", 9), ProgressExamples.Report("2026-10", 1_000_000), PartyExamples.Member(3));
        await PushAsync(core, "5171", Registered("5171", 1));
        await PushAsync(core, "5202", Registered("5202", 9), Registered("5202", 10));
        var moved = Registered("5201", 10, UpsertReason.NewMovedIn);
        moved.VoterUpsert.PreviousOfficeCode = "5202";
        await PushAsync(core, "5201", moved);
        await core.Get<Scanner>().CatchUpAsync(default);
        await DecideAsync(core);
        await BeginJobAsync(core);
        await AddAccessAsync(core);
        PullToken = (await PullAsync(core, ""))[^1].Token;
    }

    public Task DisposeAsync()
    {
        _folder.Dispose();
        return Task.CompletedTask;
    }

    // Rejected today, valid tomorrow.
    private static Change Early(int number)
    {
        var change = VoterExamples.New(number);
        change.EffectiveDate = "2026-11-25";
        return change;
    }

    private async Task PushAsync(TestCore core, string office, params Change[] changes)
    {
        var sequence = _sequences[office] = _sequences.GetValueOrDefault(office) + 1;
        (await core.PushAsync(BatchExamples.With(sequence, Producer, office, changes))).IsOk.ShouldBeTrue();
    }

    private static async Task DecideAsync(TestCore core)
    {
        var within = (await CasesAsync(core)).Single(c => c.Reach is CaseReach.BetweenOffices);
        var request = new DecideCaseRequest { CaseId = within.CaseId, Version = within.Version, Reason = "hasil verifikasi", DifferentPeople = true };
        (await core.Get<DecisionHandler>().DecideAsync(Province, request, default)).IsOk.ShouldBeTrue();
    }

    private async Task BeginJobAsync(TestCore core)
    {
        Time.Advance(TimeSpan.FromDays(1));
        var filter = new FailedFilter { Range = "5201" };
        var count = (await core.Get<FailedListHandler>().CountAsync(Province, new CountFailedChangesRequest { Filter = filter }, default)).Value.Changes;
        var request = new ReplayRequest { Filter = filter, Reason = "coba lagi", RequestId = "11111111-2222-4333-8444-555555555555", ConfirmedChanges = count };
        (await core.Get<FailedJobHandler>().ReplayAsync(Province, request, default)).IsOk.ShouldBeTrue();
        await core.Get<JobRunner>().StepAsync(default);
    }

    private async Task AddAccessAsync(TestCore core)
    {
        await using var db = await core.Get<IDbContextFactory<KpuSyncDbContext>>().CreateDbContextAsync();
        var now = Time.GetUtcNow();
        db.Add(new DeploymentRow { Name = "trial", CreatedAt = now });
        db.Add(new CredentialRow { Id = "c-1", Office = "5201", Role = "operator", Note = "PC sekretariat", IssuedAt = now, ExpiresAt = now.AddDays(30), RevokedAt = now });
        db.Add(TrailRow(now));
        await db.SaveChangesAsync();
    }

    public static AccessTrailRow TrailRow(DateTimeOffset now) =>
        new() { CredentialId = "c-1", Office = "5201", Role = "operator", Call = "Pull", Range = "office 5201", StartedAt = now };
}
