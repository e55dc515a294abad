using System.Net.Sockets;
using KpuSync.Core.Store;
using Npgsql;

namespace KpuSync.Storage.Postgres.HotPath;

/// <summary>Tells a database that cannot take anything now from one that refuses this very content. The one place that knows PostgreSQL's codes.</summary>
internal static class PostgresFailures
{
    // Classes of SQLSTATE: data exception, integrity constraint, program limit; and what a trigger raises.
    private static readonly string[] OfTheContent = ["22", "23", "54", "P0001"];

    public static Exception Classify(NpgsqlException e) => e switch
    {
        PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected } conflict =>
            new StoreConflictException($"Another write was in the way ({conflict.SqlState}).", e),
        PostgresException refusal when IsOfTheContent(refusal) =>
            new StatementFailedException("The database refuses a statement.", e),
        _ => Unavailable(e),
    };

    /// <summary>True if a healthy database does not take what it was given.</summary>
    public static bool IsOfTheContent(PostgresException refusal) => OfTheContent.Any(code => refusal.SqlState.StartsWith(code, StringComparison.Ordinal));

    public static StoreUnavailableException Unavailable(NpgsqlException e) => new(
        e is PostgresException refusal
            ? $"The database cannot take it now ({refusal.SqlState}).{(PostgresPooler.IsMissedBy(refusal) ? " " + PostgresPooler.Remedy : "")}"
            : "The database cannot take it now (no connection).",
        e);

    public static async ValueTask<T> GuardAsync<T>(Func<ValueTask<T>> action)
    {
        try
        {
            return await action();
        }
        catch (NpgsqlException e)
        {
            throw Classify(e);
        }
        catch (Exception e) when (e is SocketException or TimeoutException)
        {
            // A name that cannot be looked up comes as it is.
            throw new StoreUnavailableException("The database cannot be reached now.", e);
        }
    }

    public static async ValueTask GuardAsync(Func<ValueTask> action) => await GuardAsync(async () =>
    {
        await action();
        return true;
    });
}
