using Microsoft.Data.Sqlite;

namespace KpuSync.Storage.Sqlite;

/// <summary>Copies the whole database, also while a server writes to it.</summary>
public sealed class SqliteBackup(SqliteConnections connections)
{
    /// <summary>Makes a consistent, owner-only copy.</summary>
    /// <param name="target">Full path of a file that is not there yet; its folder is made.</param>
    public void CopyTo(string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        // Copied beside it first, so that a backup that was cut short never looks like one.
        var part = target + ".part";
        File.Create(part).Dispose();
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(part, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        using (var from = connections.OpenReader())
        using (var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = part, Pooling = false }.ToString()))
        {
            copy.Open();
            from.BackupDatabase(copy);
        }

        File.Move(part, target);
    }
}
