using Microsoft.Win32.SafeHandles;

namespace KpuSync.Client.Installations;

/// <summary>Makes files and directories that only their owner can read: they hold identity numbers and a credential.</summary>
/// <remarks>On Windows the profile's own access list keeps others out; there files are also encrypted with the platform's file encryption, where it is offered.</remarks>
internal static class OwnerOnly
{
    private const UnixFileMode DirectoryMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const UnixFileMode FileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static void CreateDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            TryEncrypt(path);
            return;
        }

        Directory.CreateDirectory(path, DirectoryMode);
        File.SetUnixFileMode(path, DirectoryMode);
    }

    /// <summary>Opens a new or emptied file that only its owner can read from the first byte on.</summary>
    public static FileStream Create(string path)
    {
        var options = new FileStreamOptions { Mode = System.IO.FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = FileMode;
        var stream = new FileStream(path, options);
        Restrict(path);
        return stream;
    }

    /// <summary>Opens a file for reading and writing that nobody else finds, and that is gone with this process however it ends.</summary>
    public static SafeFileHandle OpenNameless(string directory)
    {
        var path = Path.Combine(directory, Path.GetRandomFileName());
        using (Create(path))
        {
        }

        var file = File.OpenHandle(path, System.IO.FileMode.Open, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose);

        // Elsewhere than on Windows the name may go at once, and with it all that a killed process would leave.
        if (!OperatingSystem.IsWindows())
            File.Delete(path);
        return file;
    }

    /// <summary>Replaces a file's content in one step, so that a crash leaves the old or the new one.</summary>
    public static void Replace(string path, ReadOnlySpan<byte> content)
    {
        var fresh = path + ".new";
        using (var stream = Create(fresh))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        File.Move(fresh, path, overwrite: true);
    }

    public static void Restrict(string path)
    {
        if (OperatingSystem.IsWindows())
            TryEncrypt(path);
        else if (File.Exists(path))
            File.SetUnixFileMode(path, FileMode);
    }

    private static void TryEncrypt(string path)
    {
        if (!OperatingSystem.IsWindows())
            return;
        try
        {
            File.Encrypt(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or PlatformNotSupportedException)
        {
            // Home editions and FAT volumes do not offer it; the directory's access list still holds.
        }
    }
}
