using KpuSync.Cli.Texts;

namespace KpuSync.Cli.Demo;

/// <summary>The directory of a demonstration, which begins empty every time.</summary>
internal static class DemoDirectory
{
    private const string Marker = ".kpusync-demo";

    /// <summary>Empties the directory. Only one that a demonstration made is ever emptied.</summary>
    public static void Prepare(DemoOptions options)
    {
        if (Directory.Exists(options.Directory))
        {
            if (Directory.EnumerateFileSystemEntries(options.Directory).Any() && !File.Exists(Path.Combine(options.Directory, Marker)))
                throw new DemoException("DEMO_DIRECTORY_FOREIGN", DemoTexts.DirectoryForeign, options.Directory);
            Directory.Delete(options.Directory, recursive: true);
        }

        Directory.CreateDirectory(options.Directory);
        File.WriteAllText(Path.Combine(options.Directory, Marker), "");
        Directory.CreateDirectory(options.Offices);
        Directory.CreateDirectory(Path.GetDirectoryName(options.Database)!);
    }
}
