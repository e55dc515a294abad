namespace KpuSync.Cli.Tests.Commands;

public class UsageTests
{
    [Theory]
    [InlineData("nosuch")]
    [InlineData("push", "a.csv", "b.csv")]
    [InlineData("push", "a.csv", "--opening")]                                // No number of minutes.
    [InlineData("push", "a.csv", "--ba", "26/PL.01.2-BA/52/2025")]            // Minutes of what?
    [InlineData("push", "a.csv", "--complete")]                               // Gone on which ground?
    [InlineData("push", "a.csv", "--complete", "--gone-as", "cuti")]          // Not a ground.
    [InlineData("push", "--yes")]                                             // Without a file there is nothing to confirm.
    [InlineData("validate")]
    [InlineData("compare")]
    [InlineData("revert")]
    [InlineData("audit")]
    [InlineData("pull", "--nation", "--province", "52")]
    [InlineData("init", "--server", "ftp://sync.example.id")]
    [InlineData("init", "--server", "127.0.0.1:5080")]
    [InlineData("init", "--office", "5299")]                                  // No such regency.
    [InlineData("init", "--credential-file", "/not/there")]
    [InlineData("sample")]
    [InlineData("sample", "--out", "x", "--voters", "0")]
    [InlineData("sample", "--out", "x", "--rounds", "3")]
    [InlineData("sample", "--out", "x", "--offices", "5201,9999")]
    [InlineData("status", "--lang", "jv")]
    public async Task Arguments_ThatAreWrong_EndWithTwoAndSayWhatToDo(params string[] arguments)
    {
        var run = await CliRun.InProcessAsync(arguments);

        run.ExitCode.ShouldBe(ExitCode.Usage);
        run.Out.ShouldBeEmpty();
        run.Error.ShouldContain("Gagal:");
        run.Error.ShouldContain("[USAGE]");
        run.Error.ShouldContain("--help");
    }

    [Fact]
    public async Task Arguments_ThatAreWrongWithJson_AreOneDocument()
    {
        var run = await CliRun.InProcessAsync("push", "a.csv", "--complete", "--json", "--lang", "en");

        run.ExitCode.ShouldBe(ExitCode.Usage);
        run.Json.GetProperty("exitCode").GetInt32().ShouldBe(2);
        run.Json.GetProperty("error").GetProperty("code").GetString().ShouldBe("USAGE");
        run.Json.GetProperty("error").GetProperty("text").GetString()!.ShouldContain("--gone-as");
    }

    [Fact]
    public async Task UnknownCommand_IsNamedInTheMessage()
    {
        var run = await CliRun.InProcessAsync("psuh", "--lang", "en");

        run.Error.ShouldContain("'psuh'");
    }
}
