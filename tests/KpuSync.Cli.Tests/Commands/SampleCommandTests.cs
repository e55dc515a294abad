using KpuSync.Samples.Truth;

namespace KpuSync.Cli.Tests.Commands;

public class SampleCommandTests
{
    [Fact]
    public async Task Sample_OneOffice_WritesExportTruthAndRegister()
    {
        using var directory = new TempDirectory();

        var run = await CliRun.InProcessAsync("sample", "--out", directory.Path, "--voters", "500", "--offices", "5208", "--seed", "3");

        run.ExitCode.ShouldBe(0);
        run.Out.ShouldContain("pemilih-5208.csv");
        File.ReadLines(directory["pemilih-5208.csv"]).Count().ShouldBe(501);
        File.Exists(directory["register-5208.txt"]).ShouldBeTrue();
        SampleTruth.Load(directory.Path).Seed.ShouldBe(3ul);
    }

    [Fact]
    public async Task Sample_WithJson_IsOneDocument()
    {
        using var directory = new TempDirectory();

        var run = await CliRun.InProcessAsync("sample", "--out", directory.Path, "--voters", "500", "--rounds", "2", "--json");

        run.ExitCode.ShouldBe(0);
        run.Json.GetProperty("exports").GetArrayLength().ShouldBe(22);
        run.Json.GetProperty("exports")[0].GetProperty("office").GetString().ShouldBe("5201");
    }
}
