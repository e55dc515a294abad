using Microsoft.Data.Sqlite;

namespace KpuSync.Client.Installations;

/// <summary>Recognises a full disk or an exceeded quota, whoever reports it.</summary>
internal static class DiskFull
{
    private const int SqliteFull = 13;

    // ENOSPC and EDQUOT, then ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL as HRESULTs.
    private static readonly int[] _codes = [28, 122, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    public static bool Is(Exception e) => e switch
    {
        SqliteException sqlite => sqlite.SqliteErrorCode == SqliteFull,
        IOException io => Array.IndexOf(_codes, io.HResult) >= 0,
        _ => false,
    };
}
