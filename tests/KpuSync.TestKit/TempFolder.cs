using KpuSync.TestKit.Stores;

namespace KpuSync.TestKit;

/// <summary>A folder of one test's own; gone with it.</summary>
public sealed class TempFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("kpusync-test-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        TestDatabases.DropUnder(Path);
        Directory.Delete(Path, recursive: true);
    }
}
