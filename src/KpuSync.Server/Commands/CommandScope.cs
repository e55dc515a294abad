using System.CommandLine;
using KpuSync.Server.Hosting;

namespace KpuSync.Server.Commands;

/// <summary>Runs a command on the database, beside a running server or without one.</summary>
internal static class CommandScope
{
    /// <summary>On the prepared database.</summary>
    public static Task<int> RunAsync(ParseResult parsed, Func<IServiceProvider, Task<int>> run, CancellationToken ct) => RunUnpreparedAsync(parsed, async services =>
    {
        await services.GetRequiredService<Preparation>().PrepareAsync(ct);
        return await run(services);
    });

    /// <summary>On the database as it is, which may have no tables yet.</summary>
    public static Task<int> RunUnpreparedAsync(ParseResult parsed, Func<IServiceProvider, Task<int>> run) => RunUnpreparedAsync(SettingFlags.SettingsOf(parsed), run);

    /// <summary>The same, with settings that a command takes from flags of its own.</summary>
    public static async Task<int> RunUnpreparedAsync(Dictionary<string, string?> settings, Func<IServiceProvider, Task<int>> run)
    {
        // A command prints its result; what the services log of their start is noise beside it.
        settings["Logging:LogLevel:Default"] = "Warning";
        await using var app = ServerHost.BuildForCommand(settings);
        return await run(app.Services);
    }
}
