using System.Text.Json;
using KpuSync.Server.Configuration;
using KpuSync.Server.Hosting;
using Microsoft.Extensions.Options;

namespace KpuSync.Server.Commands;

/// <summary>Serves until it is told to stop, then drains.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(Dictionary<string, string?> settings, TextWriter output, CancellationToken ct)
    {
        await using var app = ServerHost.Build(settings);
        await app.Services.GetRequiredService<Preparation>().PrepareAsync(ct);
        await app.StartAsync(ct);

        var options = app.Services.GetRequiredService<IOptions<ServerOptions>>().Value;
        var addresses = app.Services.GetRequiredService<ServerAddresses>();
        var data = Path.GetFullPath(options.Data);
        await output.WriteLineAsync(
            $"""
            KpuSync server is ready.
              gRPC        {addresses.Grpc}
              health      {addresses.Http}/health/ready
              data        {data}
              deployment  {options.Deployment}
            Stop it with Ctrl-C or SIGTERM; it acknowledges what it has taken in first.
            """);
        await output.FlushAsync(ct);
        if (options.InfoFile.Length > 0)
            WriteInfo(options.InfoFile, new { pid = Environment.ProcessId, grpc = addresses.Grpc, http = addresses.Http, data, deployment = options.Deployment });

        await app.WaitForShutdownAsync(CancellationToken.None);
        return ServerCommand.ExitWell;
    }

    // Whoever waits for the file must never read half of it.
    private static void WriteInfo(string path, object info)
    {
        var whole = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(whole)!);
        var part = whole + ".part";
        File.WriteAllText(part, JsonSerializer.Serialize(info) + "\n");
        File.Move(part, whole, overwrite: true);
    }
}
