using System.Text.Json;
using KpuSync.Core.Access;
using KpuSync.Rules.Values;
using KpuSync.Server.Configuration;
using KpuSync.Server.ConsoleHosting;
using KpuSync.Server.Databases;
using KpuSync.Server.Hosting;
using Microsoft.Extensions.Options;

namespace KpuSync.Server.Commands;

/// <summary>Serves until it is told to stop, then drains.</summary>
internal static class ServeCommand
{
    public static async Task<int> RunAsync(Dictionary<string, string?> settings, TextWriter output, CancellationToken ct)
    {
        await using var app = ServerHost.Build(settings);
        if (!await app.Services.GetRequiredService<DatabaseWait>().PrepareAsync(ct))
            return ServerCommand.ExitWell;
        await app.StartAsync(ct);

        var options = app.Services.GetRequiredService<IOptions<ServerOptions>>().Value;
        var addresses = app.Services.GetRequiredService<ServerAddresses>();
        var data = app.Services.GetRequiredService<IDatabase>().Name;
        await output.WriteLineAsync(
            $"""
            KpuSync server is ready.
              gRPC        {addresses.Grpc}
              health      {addresses.Http}/health/ready
              console     {addresses.Console ?? "off"}
              data        {data}
              deployment  {options.Deployment}
            Stop it with Ctrl-C or SIGTERM; it acknowledges what it has taken in first.
            """);
        await PrintSignInLinkAsync(app.Services, options.Console, output, ct);
        await output.FlushAsync(ct);
        if (options.InfoFile.Length > 0)
            WriteInfo(options.InfoFile, new { pid = Environment.ProcessId, grpc = addresses.Grpc, http = addresses.Http, console = addresses.Console, data, deployment = options.Deployment });

        await app.WaitForShutdownAsync(CancellationToken.None);
        return ServerCommand.ExitWell;
    }

    // For whoever starts the server and has it to themselves. Where people sign in elsewhere, nobody needs it.
    private static async Task PrintSignInLinkAsync(IServiceProvider services, ConsoleOptions console, TextWriter output, CancellationToken ct)
    {
        if (!console.IsOn || console.UsesOpenId)
            return;
        var link = await services.GetRequiredService<ConsoleLinks>().IssueAsync(OfficeCode.Centre, Role.Administrator, ct);
        await output.WriteLineAsync($"Sign in to the console, once, until {link.ExpiresAt.UtcDateTime:HH:mm'Z'}: {link.Url}");
        await output.WriteLineAsync("Another link, for a province: kpusync-server console link --office P52");
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
