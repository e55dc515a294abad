namespace KpuSync.Cli.Demo;

/// <summary>Paths as a person at this place would type them.</summary>
internal static class Paths
{
    /// <summary>Relative where that does not climb.</summary>
    public static string Short(string path)
    {
        var relative = Path.GetRelativePath(Environment.CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }
}
