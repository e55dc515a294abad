using KpuSync.Core.Store;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace KpuSync.Storage.Sqlite.HotPath;

/// <summary>Tells a database that cannot take anything now from one that refuses this very content. The one place that knows SQLite's codes.</summary>
internal static class SqliteFailures
{
    public static Exception Classify(SqliteException e) => e.SqliteErrorCode switch
    {
        raw.SQLITE_CONSTRAINT or raw.SQLITE_TOOBIG or raw.SQLITE_MISMATCH or raw.SQLITE_RANGE =>
            new StatementFailedException("The database refuses a statement.", e),
        _ => new StoreUnavailableException($"The database cannot take it now (SQLite code {e.SqliteExtendedErrorCode}).", e),
    };

    public static T Guard<T>(Func<T> action)
    {
        try
        {
            return action();
        }
        catch (SqliteException e)
        {
            throw Classify(e);
        }
    }

    public static void Guard(Action action) => Guard(() =>
    {
        action();
        return true;
    });
}
