using KpuSync.Core.Store;
using KpuSync.Server.Configuration;
using KpuSync.Server.Hosting;
using KpuSync.Storage;
using KpuSync.Storage.Copying;
using KpuSync.Storage.Postgres;
using KpuSync.Storage.Postgres.Copying;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KpuSync.Server.Databases;

/// <summary>A PostgreSQL that several servers share. Its schema changes only when an administrator says so, with <c>kpusync-server migrate</c>.</summary>
internal sealed class PostgresDatabase(
    PostgresReadiness readiness,
    PostgresMigrator migrator,
    PostgresDistributor distributor,
    PostgresTurn turn,
    PostgresCopy copy,
    IDbContextFactory<KpuSyncDbContext> contexts,
    IOptions<ServerOptions> options) : IDatabase
{
    public string Name { get; } = PostgresProblem.NameOf(options.Value.Connection);

    public string Flag => "--connection";

    public Task OpenAsync(CancellationToken ct) => ExplainAsync(async () =>
    {
        await RefuseUnfitAsync(ct);
        var schema = await SchemaState.ReadAsync(contexts, ct);
        Schemas.RefuseNewer(schema, Name);
        if (schema.Missing.Count > 0)
        {
            throw new StartupException(
                $"{Name} lacks {schema.Missing.Count} of the schema's {schema.Known.Count} migrations. Run `kpusync-server migrate` with the same settings, then start again.");
        }

        Throw(await readiness.RightsProblemAsync(Name, ct));
    });

    public async Task<SchemaState> MigrateAsync(CancellationToken ct)
    {
        SchemaState? schema = null;
        await ExplainAsync(async () =>
        {
            await RefuseUnfitAsync(ct);
            schema = await SchemaState.ReadAsync(contexts, ct);
            Schemas.RefuseNewer(schema, Name);
            await migrator.MigrateAsync(ct);
        });
        return schema!;
    }

    public Task DistributeAsync(CancellationToken ct) => ExplainAsync(async () =>
    {
        if (!await distributor.IsPossibleAsync(ct))
        {
            throw new StartupException(
                $"The extension citus is not installed in {Name}, so its tables stay on one machine; otherwise the schema is ready. Install the Citus package on every node, "
                + "add citus to shared_preload_libraries, restart, run CREATE EXTENSION citus in this database, add the nodes (citus_add_node), and run this again.");
        }

        await distributor.DistributeAsync(ct);
    });

    public Task RunAloneAsync(Func<Task> work, CancellationToken ct) => ExplainAsync(() => turn.RunAsync(work, ct));

    /// <summary>Takes over everything of another database into this one, which must be empty; makes the schema if there is none at all.</summary>
    /// <exception cref="StartupException">Nothing can be copied to it as it is.</exception>
    /// <exception cref="StoreUnavailableException">The database is down, or went down.</exception>
    public async Task<CopyReport> TakeOverAsync(ICopySource source, ICopyProgress progress, CancellationToken ct)
    {
        // Only where nothing is: whoever named a database in use by mistake must not find it upgraded.
        if (await IsBlankAsync(ct))
            await MigrateAsync(ct);
        await OpenAsync(ct);
        var report = new CopyReport();
        await ExplainAsync(async () => report = await copy.RunAsync(source, Name, progress, ct));
        return report.Refusal is { } refusal ? throw new StartupException(refusal) : report;
    }

    private async Task<bool> IsBlankAsync(CancellationToken ct)
    {
        var isBlank = false;
        await ExplainAsync(async () =>
        {
            var schema = await SchemaState.ReadAsync(contexts, ct);
            isBlank = schema.Missing.Count == schema.Known.Count && schema.Unknown.Count == 0;
        });
        return isBlank;
    }

    private async Task RefuseUnfitAsync(CancellationToken ct) => Throw(await readiness.ProblemAsync(Name, options.Value.AllowVolatile, ct));

    private async Task ExplainAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception exception) when (PostgresProblem.Find(exception, options.Value.Connection) is { } problem)
        {
            throw problem.MayPass ? new StoreUnavailableException(problem.Text, exception) : new StartupException(problem.Text, exception);
        }
    }

    private static void Throw(PostgresProblem? problem)
    {
        if (problem is not null)
            throw new StartupException(problem.Text);
    }
}
