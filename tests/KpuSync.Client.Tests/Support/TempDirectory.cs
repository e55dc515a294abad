using KpuSync.TestKit.Stores;

namespace KpuSync.Client.Tests.Support;

/// <summary>A directory of one test, removed after it.</summary>
public sealed class TempDirectory : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("kpusync-client-").FullName;

    public string File(string name) => Path.Combine(Root, name);

    public string Write(string name, string text)
    {
        System.IO.File.WriteAllText(File(name), text);
        return File(name);
    }

    public string Write(string name, byte[] bytes)
    {
        System.IO.File.WriteAllBytes(File(name), bytes);
        return File(name);
    }

    public void Dispose()
    {
        TestDatabases.DropUnder(Root);
        Directory.Delete(Root, recursive: true);
    }
}
