using System.Data.Common;
using KpuSync.Server.Hosting;
using KpuSync.Storage.Sqlite;

namespace KpuSync.Server.Databases;

/// <summary>Opens a SQLite file to copy from it, and says why it cannot be.</summary>
internal static class EmbeddedFile
{
    /// <exception cref="StartupException">It is not there, is none of KpuSync's, has another schema than this program's, or is in use.</exception>
    public static async Task<SqliteCopySource> OpenAsync(string path, CancellationToken ct)
    {
        if (!File.Exists(path))
            throw new StartupException($"There is no file {path}.");
        SqliteCopySource? source = null;
        try
        {
            source = SqliteCopySource.Open(path);
            await RefuseOtherSchemaAsync(source, path, ct);
            return source;
        }
        catch (Exception exception)
        {
            source?.Dispose();
            if (exception is DbException && SqliteProblem.Find(exception, path) is { } problem)
                throw new StartupException(problem, exception);
            throw;
        }
    }

    private static async Task RefuseOtherSchemaAsync(SqliteCopySource source, string path, CancellationToken ct)
    {
        var schema = await source.SchemaAsync(ct);
        if (schema.Missing.Count == schema.Known.Count)
            throw new StartupException($"{path} is no database of KpuSync: it has none of its migrations.");
        Schemas.RefuseNewer(schema, path);
        if (schema.Missing.Count > 0)
        {
            throw new StartupException(
                $"The schema of {path} is older than this program: it lacks {schema.Missing.Count} of {schema.Known.Count} migrations. "
                + $"Back the file up, upgrade it with `kpusync-server migrate --data {path}`, then copy again.");
        }
    }
}
