using System.Runtime.InteropServices;

namespace KpuSync.Server.Hosting;

/// <summary>Keeps the C library's heap at what is in use.</summary>
/// <remarks>
/// By its own settings glibc keeps a heap for each thread, and large blocks in it once one was freed: in a first load of a million voters half of 270 MB was free, and none
/// of it given back.
/// </remarks>
internal static class NativeHeap
{
    private const int TrimThreshold = -1;
    private const int MmapThreshold = -3;
    private const int ArenaMax = -8;

    /// <summary>Call it first. Does nothing where there is no such setting.</summary>
    public static void Bound()
    {
        if (!OperatingSystem.IsLinux())
            return;
        try
        {
            _ = SetOption(ArenaMax, 1);
            _ = SetOption(MmapThreshold, 128 * 1024);
            _ = SetOption(TrimThreshold, 1024 * 1024);
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            // Another C library, with another heap.
        }
    }

    [DllImport("libc", EntryPoint = "mallopt")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SetOption(int option, int value);
}
