namespace KpuSync.Cli.Demo;

/// <summary>How the demonstration runs.</summary>
/// <param name="Directory">Where everything of it lies; emptied first.</param>
/// <param name="Voters">Voters of all offices together.</param>
/// <param name="Once">Stop after the summary instead of serving on.</param>
/// <param name="ServerProgram">Path of <c>kpusync-server</c>.</param>
internal sealed record DemoOptions(string Directory, int Voters, bool Once, string ServerProgram)
{
    public string Samples => Path.Combine(Directory, "exports");

    public string Offices => Path.Combine(Directory, "offices");

    public string Centre => Path.Combine(Directory, "centre");

    public string Database => Path.Combine(Directory, "server", "kpusync.db");

    public string ServerLog => Path.Combine(Directory, "server", "server.log");

    public string ServerInfo => Path.Combine(Directory, "server", "info.json");
}
