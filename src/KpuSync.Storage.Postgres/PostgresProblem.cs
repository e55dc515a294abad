using System.Net.Sockets;
using Npgsql;

namespace KpuSync.Storage.Postgres;

/// <summary>Why a database cannot be used, for its administrator.</summary>
/// <param name="Text">What is wrong and what to do, without anything of the connection string but host, port, database and user.</param>
/// <param name="MayPass">True if the database is down or busy, and trying again may help.</param>
public sealed record PostgresProblem(string Text, bool MayPass = false)
{
    /// <summary>What a failure means; null if it says nothing about the database as such.</summary>
    /// <param name="failure">What was thrown; EF Core may have wrapped it.</param>
    /// <param name="connectionString">The connection that failed.</param>
    public static PostgresProblem? Find(Exception failure, string connectionString)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is PostgresException refusal && OfState(refusal, connection) is { } problem)
                return problem;
            if (cause is NpgsqlException or SocketException or TimeoutException)
                return OfConnection(cause, connection);
        }

        return null;
    }

    /// <summary>How messages name a database, for example <c>kpusync on db.example.org:5432</c>.</summary>
    public static string NameOf(string connectionString)
    {
        var connection = new NpgsqlConnectionStringBuilder(connectionString);
        return $"{connection.Database} on {ServerOf(connection)}";
    }

    private static PostgresProblem? OfState(PostgresException refusal, NpgsqlConnectionStringBuilder connection) => refusal.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => new(
            $"PostgreSQL on {ServerOf(connection)} does not let user '{connection.Username}' in: {MessageOf(refusal)}. "
            + "Check Username and Password of KpuSync:Connection, and pg_hba.conf on the server."),
        PostgresErrorCodes.InvalidCatalogName => new(
            $"PostgreSQL on {ServerOf(connection)} has no database '{connection.Database}' ({refusal.SqlState}). Create it (`createdb {connection.Database}`) "
            + "and run `kpusync-server migrate`, or name another one in KpuSync:Connection."),
        PostgresErrorCodes.InsufficientPrivilege => new(
            $"User '{connection.Username}' lacks a right in database {NameOf(connection.ConnectionString)}: {MessageOf(refusal)}. "
            + "Run `kpusync-server migrate` as the database's owner, and grant the server's user SELECT, INSERT, UPDATE and DELETE on all tables."),
        _ when PostgresPooler.IsMissedBy(refusal) => new(
            $"Between here and database {NameOf(connection.ConnectionString)} stands a pooler that does not keep a session: {MessageOf(refusal)}. {PostgresPooler.Remedy}"),
        // How pgbouncer says that the database behind it is down.
        PostgresErrorCodes.ProtocolViolation => Passing(refusal, connection),
        // A timeout of its own, or an administrator, has ended a statement.
        PostgresErrorCodes.QueryCanceled => Passing(refusal, connection),
        _ when refusal.IsTransient || refusal.SqlState.StartsWith("57P", StringComparison.Ordinal) => Passing(refusal, connection),
        _ => null,
    };

    private static PostgresProblem? OfConnection(Exception failure, NpgsqlConnectionStringBuilder connection) => failure switch
    {
        PostgresException => null,
        NpgsqlException { IsTransient: false } when !IsOfTheNetwork(failure.InnerException) => new(
            $"PostgreSQL on {ServerOf(connection)} cannot be used: {failure.Message.TrimEnd('.')}. Check KpuSync:Connection."),
        _ => Passing(failure, connection),
    };

    // Of several hosts, each may be down for a reason of its own.
    private static bool IsOfTheNetwork(Exception? failure) => failure is AggregateException several
        ? several.InnerExceptions.All(one => one is NpgsqlException { IsTransient: true } || IsOfTheNetwork(one))
        : failure is SocketException or IOException or TimeoutException;

    private static PostgresProblem Passing(Exception failure, NpgsqlConnectionStringBuilder connection) =>
        new($"Database {NameOf(connection.ConnectionString)} does not answer: {(failure as PostgresException is { } refusal ? MessageOf(refusal) : failure.Message)}", MayPass: true);

    private static string MessageOf(PostgresException refusal) => $"{refusal.MessageText} ({refusal.SqlState})";

    private static string ServerOf(NpgsqlConnectionStringBuilder connection) => connection.Host!.Contains(',', StringComparison.Ordinal) ? connection.Host : $"{connection.Host}:{connection.Port}";
}
