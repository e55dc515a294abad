using KpuSync.Server.Commands;
using KpuSync.TestKit.Servers;
using Microsoft.Data.Sqlite;

namespace KpuSync.Server.Tests;

/// <summary>Runs commands of <c>kpusync-server</c> in this process.</summary>
internal static class CommandLine
{
    /// <summary>Runs one on the database that a path stands for.</summary>
    public static async Task<(int Exit, string Output, string Errors)> RunOnAsync(string data, params string[] args) =>
        await RunAsync([.. args, .. await ServerDatabases.FlagsAtAsync(data)]);

    /// <summary>Runs exactly this.</summary>
    public static async Task<(int Exit, string Output, string Errors)> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exit = await ServerCommand.RunAsync(args, output, errors);
        // In a process of its own the command's connections end with it.
        SqliteConnection.ClearAllPools();
        return (exit, output.ToString(), errors.ToString());
    }
}
