using System.Diagnostics;
using System.Runtime.InteropServices;

namespace KpuSync.Cli.Demo;

/// <summary>Starting and stopping programs of this product.</summary>
internal static class ChildProcess
{
    private const int Sigterm = 15;

    /// <summary>How to run a program that may be a native host or a bare assembly.</summary>
    public static ProcessStartInfo StartInfo(string program, params IEnumerable<string> arguments)
    {
        var isAssembly = program.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);
        var info = new ProcessStartInfo(isAssembly ? "dotnet" : program)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        if (isAssembly)
            info.ArgumentList.Add(program);
        foreach (var argument in arguments)
            info.ArgumentList.Add(argument);
        return info;
    }

    /// <summary>Asks a process to end in good order, and waits for it.</summary>
    public static async Task StopAsync(Process process)
    {
        if (!process.HasExited)
        {
            if (OperatingSystem.IsWindows())
                process.Kill();
            else
                _ = Kill(process.Id, Sigterm);
        }

        await process.WaitForExitAsync();
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
