using KpuSync.Contracts.Encoded;
using KpuSync.Core;
using KpuSync.Core.Access;
using KpuSync.Core.Push;
using KpuSync.Core.Store;
using KpuSync.Core.Tokens;
using KpuSync.Rules.Registry;
using KpuSync.Rules.Values;
using KpuSync.Storage;
using KpuSync.Storage.Postgres;
using KpuSync.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace KpuSync.TestKit.Stores;

/// <summary>The real handlers on a real database file, without a host: what a server is between gRPC and the disk.</summary>
public sealed class TestCore : IAsyncDisposable
{
    /// <summary>The day on which tests begin: 24 November 2026, 10:00 WITA.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider _services;

    private TestCore(ServiceProvider services, FakeTimeProvider time) => (_services, Time) = (services, time);

    public FakeTimeProvider Time { get; }

    public IServiceProvider Services => _services;

    public ILedgerStore Store => Get<ILedgerStore>();

    private bool IsPostgres => _services.GetService<PostgresMigrator>() is not null;

    /// <summary>Opens a core on the database that this run is for (<see cref="TestDatabases"/>), made if need be.</summary>
    /// <param name="path">The file, or what stands for the database.</param>
    /// <param name="limits">Limits; the defaults if null.</param>
    /// <param name="sealer">Key of the tokens; a fresh one if null.</param>
    /// <param name="time">The clock.</param>
    /// <param name="around">Puts faults around the store.</param>
    /// <param name="severities">Severities of rules; their own if null.</param>
    public static Task<TestCore> OpenAsync(
        string path,
        SyncLimits? limits = null,
        ITokenSealer? sealer = null,
        FakeTimeProvider? time = null,
        Func<ILedgerStore, ILedgerStore>? around = null,
        RuleSeverities? severities = null) => TestDatabases.IsPostgres
            ? OpenPostgresAsync(path, limits, sealer, time, around, severities)
            : OpenSqliteAsync(path, limits, sealer, time, sizeMaxBytes: null, around, severities);

    /// <summary>As <see cref="OpenAsync"/>, on the embedded database.</summary>
    public static async Task<TestCore> OpenSqliteAsync(
        string path,
        SyncLimits? limits = null,
        ITokenSealer? sealer = null,
        FakeTimeProvider? time = null,
        long? sizeMaxBytes = null,
        Func<ILedgerStore, ILedgerStore>? around = null,
        RuleSeverities? severities = null)
    {
        var core = Build(
            services => services.AddKpuSyncSqlite(new SqliteStoreOptions { Path = path, SizeMaxBytes = sizeMaxBytes }),
            limits, sealer, time, around is null ? null : s => around(s.GetRequiredService<SqliteLedgerStore>()), severities);
        await core.Get<SqliteMigrator>().MigrateAsync(CancellationToken.None);
        return core;
    }

    /// <summary>As <see cref="OpenAsync"/>, on PostgreSQL.</summary>
    public static async Task<TestCore> OpenPostgresAsync(
        string path,
        SyncLimits? limits = null,
        ITokenSealer? sealer = null,
        FakeTimeProvider? time = null,
        Func<ILedgerStore, ILedgerStore>? around = null,
        RuleSeverities? severities = null) => ConnectTo(await TestDatabases.PostgresAtAsync(path), limits, sealer, time, around, severities);

    /// <summary>As <see cref="OpenPostgresAsync"/>, on a database of the test's own.</summary>
    public static TestCore ConnectTo(
        string connectionString,
        SyncLimits? limits = null,
        ITokenSealer? sealer = null,
        FakeTimeProvider? time = null,
        Func<ILedgerStore, ILedgerStore>? around = null,
        RuleSeverities? severities = null,
        TimeSpan? statementTimeout = null) => Build(
            services => services.AddKpuSyncPostgres(new PostgresStoreOptions { ConnectionString = connectionString, StatementTimeout = statementTimeout }),
            limits, sealer, time, around is null ? null : s => around(s.GetRequiredService<PostgresLedgerStore>()), severities);

    private static TestCore Build(
        Func<IServiceCollection, IServiceCollection> addStore,
        SyncLimits? limits,
        ITokenSealer? sealer,
        FakeTimeProvider? time,
        Func<IServiceProvider, ILedgerStore>? store,
        RuleSeverities? severities)
    {
        time ??= new FakeTimeProvider(Start);
        var registered = addStore(new ServiceCollection().AddKpuSyncCore(limits ?? new SyncLimits(), severities: severities))
            .AddSingleton<TimeProvider>(time)
            .AddSingleton(sealer ?? new HmacTokenSealer())
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        if (store is not null)
            registered.AddSingleton(store).AddSingleton<ILedgerReader>(services => services.GetRequiredService<ILedgerStore>());
        return new TestCore(registered.BuildServiceProvider(), time);
    }

    public static Caller Operator(string office = "5201") => new("test-operator", Role.OfficeOperator, OfficeCode.Parse(office));

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Pushes one batch and waits for its answer.</summary>
    public Task<Result<AcknowledgedReceipt>> PushAsync(Contracts.V1.Batch batch, Caller? caller = null) =>
        Get<PushHandler>().HandleAsync(caller ?? Operator(batch.OfficeCode), EncodedBatch.Of(batch), CancellationToken.None);

    /// <summary>Pushes batches as one stream, none waiting for the one before it, and waits for all answers.</summary>
    public async Task<Result<AcknowledgedReceipt>[]> PushAllAsync(IEnumerable<Contracts.V1.Batch> batches, Caller? caller = null)
    {
        var handler = Get<PushHandler>();
        var stream = handler.BeginStream();
        var answers = new List<Task<Result<AcknowledgedReceipt>>>();
        foreach (var batch in batches)
            answers.Add(await handler.SubmitAsync(caller ?? Operator(batch.OfficeCode), EncodedBatch.Of(batch), stream, CancellationToken.None));
        return await Task.WhenAll(answers);
    }

    /// <summary>Changes the database behind the core's back.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var db = await Get<IDbContextFactory<KpuSyncDbContext>>().CreateDbContextAsync();
        await db.Database.ExecuteSqlRawAsync(sql);
    }

    /// <summary>Asks PostgreSQL behind the core's back.</summary>
    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Get<NpgsqlDataSource>().CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Makes the database refuse, again and again, the registration of a number: what a trigger raises is no fault of the machine.</summary>
    public Task RefuseRegistrationAsync(string nik) => ExecuteAsync(IsPostgres
        ? $$"""
            CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN RAISE EXCEPTION 'refused'; END $f$;
            CREATE TRIGGER refuse BEFORE INSERT ON registration FOR EACH ROW WHEN (new.nik = {{nik}}) EXECUTE FUNCTION refuse()
            """
        : $"CREATE TRIGGER refuse BEFORE INSERT ON registration WHEN new.nik = {nik} BEGIN SELECT RAISE(ABORT, 'refused'); END");

    /// <summary>Takes back <see cref="RefuseRegistrationAsync"/>.</summary>
    public Task AcceptRegistrationsAsync() => ExecuteAsync(IsPostgres ? "DROP TRIGGER refuse ON registration" : "DROP TRIGGER refuse");

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }
}
