namespace KpuSync.Architecture.Tests;

/// <summary>The source tree that these tests were built from.</summary>
internal static class Repository
{
    // Written by tools or fetched; the house rules are not about them.
    private static readonly string[] FoldersPassedOver = [".git", ".demo", "artifacts", "bin", "node_modules", "obj"];

    public static DirectoryInfo Root { get; } = FindRoot();

    /// <summary>Files by name pattern, as paths from the root with forward slashes, in a fixed order.</summary>
    public static IReadOnlyList<string> Files(string pattern) =>
        FilesUnder(Root, pattern)
            .Select(file => Path.GetRelativePath(Root.FullName, file.FullName).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .ToList();

    public static string FullPath(string pathFromRoot) => Path.Combine(Root.FullName, pathFromRoot);

    private static IEnumerable<FileInfo> FilesUnder(DirectoryInfo folder, string pattern) =>
        folder.EnumerateFiles(pattern).Concat(
            folder.EnumerateDirectories()
                .Where(child => !FoldersPassedOver.Contains(child.Name) && child.LinkTarget is null)
                .SelectMany(child => FilesUnder(child, pattern)));

    private static DirectoryInfo FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "KpuSync.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("These tests run from inside the source tree.");
        }

        return folder;
    }
}
