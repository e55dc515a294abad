using Npgsql;

namespace KpuSync.Storage.Postgres;

/// <summary>What shows that a pooler gives each transaction another connection while the connection string asks for a session.</summary>
internal static class PostgresPooler
{
    /// <summary>What an administrator does then.</summary>
    public const string Remedy = "Add `Max Auto Prepare=0;No Reset On Close=true` to KpuSync:Connection, take Options and Search Path out of it, and set KpuSync:DirectConnection.";

    /// <summary>True for a prepared statement that another connection has or has not, and for a setting that the pooler does not pass on.</summary>
    public static bool IsMissedBy(PostgresException refusal) => refusal.SqlState switch
    {
        PostgresErrorCodes.InvalidSqlStatementName or PostgresErrorCodes.DuplicatePreparedStatement => true,
        PostgresErrorCodes.ProtocolViolation => refusal.MessageText.StartsWith("unsupported startup parameter", StringComparison.Ordinal),
        _ => false,
    };
}
