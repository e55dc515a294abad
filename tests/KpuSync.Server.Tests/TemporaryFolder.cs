using KpuSync.TestKit.Stores;

namespace KpuSync.Server.Tests;

/// <summary>A folder that goes with the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("kpusync-server-tests-").FullName;

    public void Dispose()
    {
        TestDatabases.DropUnder(Path);
        Directory.Delete(Path, recursive: true);
    }
}
