namespace KpuSync.Architecture.Tests;

public class HouseRuleTests
{
    private const int SourceFileLinesMax = 400;

    [Fact]
    public void SourceFiles_OutsideMigrations_StayReadable()
    {
        var tooLong =
            from path in Repository.Files("*.cs")
            where !path.Contains("/Migrations/", StringComparison.Ordinal)
            let lines = File.ReadLines(Repository.FullPath(path)).Count()
            where lines > SourceFileLinesMax
            select $"{path}: {lines} lines";

        tooLong.ShouldBeEmpty();
    }

    // A project that is not in the solution is neither built, checked nor tested by test.sh.
    [Fact]
    public void Projects_All_AreInTheSolution()
    {
        var solution = File.ReadAllText(Repository.FullPath("KpuSync.sln")).Replace('\\', '/');

        Repository.Files("*.csproj").Where(path => !solution.Contains($"\"{path}\"", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Projects_All_HaveALockFile() =>
        Repository.Files("*.csproj")
            .Select(path => Path.Combine(Path.GetDirectoryName(path)!, "packages.lock.json"))
            .Where(path => !File.Exists(Repository.FullPath(path)))
            .ShouldBeEmpty();

    [Fact]
    public void Scripts_All_AreExecutable()
    {
        var scripts = Repository.Files("*.sh").Append(".ci/run").ToList();

        scripts.Count.ShouldBeGreaterThan(1);
        scripts.Where(path => !IsExecutable(Repository.FullPath(path))).ShouldBeEmpty();
    }

    // Windows has no such permission; git keeps it there all the same.
    private static bool IsExecutable(string path) =>
        OperatingSystem.IsWindows() || File.GetUnixFileMode(path).HasFlag(UnixFileMode.UserExecute);
}
