using System.Diagnostics;
using System.Text.Json;
using KpuSync.Server.Commands;
using KpuSync.TestKit.Servers;

namespace KpuSync.Server.Tests;

/// <summary>The program itself, as an administrator starts and stops it.</summary>
public sealed class ProcessTests
{
    [Fact]
    public async Task Serve_Sigterm_DrainsAndExitsWell()
    {
        using var folder = new TemporaryFolder();
        var infoFile = Path.Combine(folder.Path, "server.json");
        using var process = Start([.. await ServerDatabases.FlagsAtAsync(Path.Combine(folder.Path, "kpusync.db")), "--grpc", "http://127.0.0.1:0", "--http", "http://127.0.0.1:0", "--console", "http://127.0.0.1:0", "--info-file", infoFile]);
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        var info = await WaitForAsync(infoFile, process);
        using var http = new HttpClient();
        using var ready = await http.GetAsync(new Uri(info.GetProperty("http").GetString() + "/health/ready"));

        using var kill = Process.Start("kill", ["-TERM", $"{process.Id}"]);
        await process.WaitForExitAsync();

        ready.IsSuccessStatusCode.ShouldBeTrue();
        info.GetProperty("pid").GetInt32().ShouldBe(process.Id);
        process.ExitCode.ShouldBe(0, await errors);
        var said = await output;
        said.ShouldContain(info.GetProperty("grpc").GetString()!);
        said.ShouldContain("deployment  trial");
    }

    private static Process Start(params string[] args) => Process.Start(new ProcessStartInfo("dotnet", [typeof(ServerCommand).Assembly.Location, .. args])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static async Task<JsonElement> WaitForAsync(string path, Process process)
    {
        using var watcher = new FileSystemWatcher(Path.GetDirectoryName(path)!) { EnableRaisingEvents = true };
        var there = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        watcher.Renamed += (_, _) => there.TrySetResult();
        if (!File.Exists(path))
            await Task.WhenAny(there.Task, process.WaitForExitAsync());
        return JsonDocument.Parse(await File.ReadAllTextAsync(path)).RootElement;
    }
}
