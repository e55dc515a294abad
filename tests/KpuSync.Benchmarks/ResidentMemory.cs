using System.Diagnostics;
using System.Globalization;

namespace KpuSync.Benchmarks;

/// <summary>Resident memory of a process, in bytes.</summary>
internal static class ResidentMemory
{
    /// <summary>The most since it started; 0 once it has ended.</summary>
    public static long PeakOf(Process process) => StatusBytes(process, "VmHWM") ?? process.PeakWorkingSet64;

    /// <summary>Now.</summary>
    public static long NowOf(Process process) => StatusBytes(process, "VmRSS") ?? process.WorkingSet64;

    // Linux counts it for every process; elsewhere .NET's own figure has to do.
    private static long? StatusBytes(Process process, string field)
    {
        if (!OperatingSystem.IsLinux())
        {
            process.Refresh();
            return null;
        }

        try
        {
            var line = File.ReadLines($"/proc/{process.Id}/status").FirstOrDefault(line => line.StartsWith(field, StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line[(field.Length + 1)..].Replace("kB", "", StringComparison.Ordinal).Trim(), CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
