using System.CommandLine;
using KpuSync.Server.Hosting;

namespace KpuSync.Server.Commands;

/// <summary>Runs a command on the prepared database, beside a running server or without one.</summary>
internal static class CommandScope
{
    public static async Task<int> RunAsync(ParseResult parsed, Func<IServiceProvider, Task<int>> run, CancellationToken ct)
    {
        var settings = SettingFlags.SettingsOf(parsed);
        // A command prints its result; what the services log of their start is noise beside it.
        settings["Logging:LogLevel:Default"] = "Warning";
        await using var app = ServerHost.BuildForCommand(settings);
        await app.Services.GetRequiredService<Preparation>().PrepareAsync(ct);
        return await run(app.Services);
    }
}
