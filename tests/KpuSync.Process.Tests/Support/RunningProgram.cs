using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace KpuSync.Process.Tests.Support;

/// <summary>One program of the product, running as a process of its own from the build output beside this assembly.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    /// <summary>What a process ends with after SIGKILL: 128 + 9.</summary>
    public const int KilledExitCode = 137;

    private const int Sigint = 2;
    private const int Sigterm = 15;
    private const int Sigcont = 18;
    private const int Sigstop = 19;
    private static readonly TimeSpan EndsWithin = TimeSpan.FromMinutes(10);

    private readonly System.Diagnostics.Process _process;
    private readonly Lock _gate = new();
    private readonly StringBuilder _out = new();
    private readonly StringBuilder _errors = new();
    private readonly Task _reading;
    private readonly List<(string Text, TaskCompletionSource Seen)> _awaited = [];

    private RunningProgram(System.Diagnostics.Process process)
    {
        _process = process;
        _reading = Task.WhenAll(CollectAsync(process.StandardOutput, _out), CollectAsync(process.StandardError, _errors));
    }

    public bool HasExited => _process.HasExited;

    /// <summary>Ends when the process does.</summary>
    public Task Exited => _process.WaitForExitAsync();

    /// <summary>Starts <c>kpusync</c> or <c>kpusync-server</c>.</summary>
    public static RunningProgram Start(string name, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        // A test run in the background ("./test.sh &", nohup) ignores SIGINT, and programs inherit that: Ctrl-C would never reach them.
        // env becomes the program, under the same process id.
        var info = new ProcessStartInfo("env")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        info.ArgumentList.Add("--default-signal=INT");
        info.ArgumentList.Add("dotnet");
        info.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, name + ".dll"));
        foreach (var argument in arguments)
            info.ArgumentList.Add(argument);

        // Settings of whoever runs the tests must not reach the programs under test.
        foreach (var key in info.Environment.Keys.Where(k => k.StartsWith("KPUSYNC", StringComparison.OrdinalIgnoreCase)).ToArray())
            info.Environment.Remove(key);

        // Most of these processes live for a second or two: compiling methods better would cost more than it gives.
        info.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var (key, value) in environment ?? new Dictionary<string, string>())
            info.Environment[key] = value;
        var process = System.Diagnostics.Process.Start(info)!;
        process.StandardInput.Close();
        return new RunningProgram(process);
    }

    /// <summary>Waits for the end.</summary>
    public async Task<ProgramResult> EndAsync()
    {
        try
        {
            await _process.WaitForExitAsync().WaitAsync(EndsWithin);
        }
        catch (TimeoutException)
        {
            Kill();
            await _reading;
            throw new TimeoutException($"The program did not end. It said:\n{_out}\n{_errors}");
        }

        await _reading;
        return new ProgramResult(_process.ExitCode, _out.ToString(), _errors.ToString());
    }

    /// <summary>Ends as soon as the program has written a text, or has ended.</summary>
    public Task SaysAsync(string text)
    {
        lock (_gate)
        {
            if (Said(text))
                return Task.CompletedTask;
            var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _awaited.Add((text, seen));
            return Task.WhenAny(seen.Task, _reading).WaitAsync(EndsWithin);
        }
    }

    /// <summary>SIGKILL, to this process alone.</summary>
    public void Kill() => _process.Kill();

    /// <summary>SIGTERM: end in good order.</summary>
    public void Terminate() => Send(Sigterm);

    /// <summary>SIGINT, as Ctrl-C sends it.</summary>
    public void Interrupt() => Send(Sigint);

    /// <summary>SIGSTOP: the process stands still wherever it is.</summary>
    public void Freeze() => Send(Sigstop);

    /// <summary>SIGCONT.</summary>
    public void Thaw() => Send(Sigcont);

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        await _reading;
        _process.Dispose();
    }

    private void Send(int signal)
    {
        if (!_process.HasExited)
            _ = Kill(_process.Id, signal);
    }

    private async Task CollectAsync(StreamReader reader, StringBuilder text)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            lock (_gate)
            {
                text.Append(line).Append('\n');
                foreach (var (awaited, seen) in _awaited)
                {
                    if (line.Contains(awaited, StringComparison.Ordinal))
                        seen.TrySetResult();
                }
            }
        }
    }

    private bool Said(string text) =>
        _out.ToString().Contains(text, StringComparison.Ordinal) || _errors.ToString().Contains(text, StringComparison.Ordinal);

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}

/// <summary>What a program ended with.</summary>
/// <param name="ExitCode">Its exit code.</param>
/// <param name="Out">Standard output.</param>
/// <param name="Errors">Standard error.</param>
internal sealed record ProgramResult(int ExitCode, string Out, string Errors)
{
    /// <summary>Both outputs, for the message of a failed check.</summary>
    public string All => $"exit code {ExitCode}\n{Out}\n{Errors}";

    public ProgramResult ShouldEndWith(params int[] codes)
    {
        codes.ShouldContain(ExitCode, All);
        return this;
    }
}
