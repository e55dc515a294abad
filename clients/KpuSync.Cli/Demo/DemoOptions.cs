namespace KpuSync.Cli.Demo;

/// <summary>How the demonstration runs.</summary>
/// <param name="Directory">Where everything of it lies; emptied first.</param>
/// <param name="Voters">Voters of all offices together.</param>
/// <param name="Once">Stop after the summary instead of serving on.</param>
/// <param name="ServerProgram">Path of <c>kpusync-server</c>.</param>
/// <param name="Connection">Connection string of an empty PostgreSQL database; null for an embedded one in the directory.</param>
internal sealed record DemoOptions(string Directory, int Voters, bool Once, string ServerProgram, string? Connection)
{
    public string Samples => Path.Combine(Directory, "exports");

    public string Offices => Path.Combine(Directory, "offices");

    public string Centre => Path.Combine(Directory, "centre");

    public string Database => Path.Combine(Directory, "server", "kpusync.db");

    /// <summary>How every command of the server finds the database.</summary>
    public string[] DatabaseArguments =>
        [.. Connection is null ? new[] { "--data", Database } : ["--database", "postgres", "--connection", Connection], "--deployment", DemoServer.Deployment];

    public string ServerLog => Path.Combine(Directory, "server", "server.log");

    public string ServerInfo => Path.Combine(Directory, "server", "info.json");
}
