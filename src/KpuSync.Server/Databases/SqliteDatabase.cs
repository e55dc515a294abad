using KpuSync.Server.Configuration;
using KpuSync.Server.Hosting;
using KpuSync.Storage;
using KpuSync.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace KpuSync.Server.Databases;

/// <summary>The embedded database: a file that is made, and brought up to date, by whoever comes first.</summary>
internal sealed class SqliteDatabase(SqliteMigrator migrator, IDbContextFactory<KpuSyncDbContext> contexts, IOptions<ServerOptions> options) : IDatabase
{
    public string Name { get; } = Path.GetFullPath(options.Value.Data);

    public string Flag => "--data";

    public Task OpenAsync(CancellationToken ct) => MigrateAsync(ct);

    public async Task<SchemaState> MigrateAsync(CancellationToken ct)
    {
        CreateFile(Name);
        var schema = await SchemaState.ReadAsync(contexts, ct);
        Schemas.RefuseNewer(schema, Name);
        await migrator.MigrateAsync(ct);
        return schema;
    }

    public Task DistributeAsync(CancellationToken ct) => throw new StartupException("--distributed is for PostgreSQL with Citus; this database is a SQLite file. Add --database postgres and --connection.");

    // There is one server per file.
    public Task RunAloneAsync(Func<Task> work, CancellationToken ct) => work();

    // The database holds personal data and keys, so what is made here is its owner's alone. SQLite gives its other files the rights of this one.
    private static void CreateFile(string path)
    {
        if (File.Exists(path))
            return;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return;
        }

        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        if (!Directory.Exists(Path.GetDirectoryName(path)))
            Directory.CreateDirectory(Path.GetDirectoryName(path)!, owner | UnixFileMode.UserExecute);
        using var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, UnixCreateMode = owner });
    }
}
