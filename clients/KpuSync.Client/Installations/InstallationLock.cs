namespace KpuSync.Client.Installations;

/// <summary>Lets one command of an installation work at a time, also between processes.</summary>
/// <remarks>An exclusively opened file: the kernel releases it when the process ends, however it ends.</remarks>
internal sealed class InstallationLock : IDisposable
{
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(200);

    // EWOULDBLOCK of Linux and macOS, ERROR_SHARING_VIOLATION of Windows: another process has it. Anything else will not go away by waiting.
    private static readonly int[] _held = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream _stream;

    private InstallationLock(FileStream stream) => _stream = stream;

    public static async Task<InstallationLock> AcquireAsync(string directory, TimeProvider time, Action waiting, CancellationToken cancellationToken)
    {
        var path = Path.Combine(directory, "lock");
        for (var told = false; ; told = true)
        {
            if (TryOpen(path) is { } stream)
                return new InstallationLock(stream);
            if (!told)
                waiting();
            await Task.Delay(PollInterval, time, cancellationToken);
        }
    }

    public void Dispose() => _stream.Dispose();

    private static FileStream? TryOpen(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            return new FileStream(path, options);
        }
        catch (IOException e) when (Array.IndexOf(_held, e.HResult) >= 0)
        {
            return null;
        }
    }
}
