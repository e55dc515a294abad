using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace KpuSync.Storage.Sqlite;

/// <summary>Why a database file cannot be used, for its administrator.</summary>
public static class SqliteProblem
{
    /// <summary>What is wrong and what to do; null if the failure says nothing about the file as such.</summary>
    /// <param name="failure">What was thrown.</param>
    /// <param name="path">The file.</param>
    public static string? Find(Exception failure, string path) => (failure as SqliteException)?.SqliteErrorCode switch
    {
        raw.SQLITE_NOTADB => $"{path} is not a SQLite database.",
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => $"{path} is open in another program, probably a running server. Stop it first: what it still takes in would be missing in the copy.",
        raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_READONLY or raw.SQLITE_IOERR or raw.SQLITE_AUTH =>
            $"{path} cannot be opened and locked (SQLite code {((SqliteException)failure).SqliteExtendedErrorCode}). Run this as the user that the server runs as, who may write to the file and its folder.",
        _ => null,
    };
}
