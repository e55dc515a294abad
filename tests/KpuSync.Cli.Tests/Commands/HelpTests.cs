namespace KpuSync.Cli.Tests.Commands;

public class HelpTests
{
    private static readonly string[] Commands = ["init", "push", "pull", "status", "validate", "compare", "revert", "failed", "audit", "sample", "demo"];

    [Theory]
    [InlineData("id", "Perintah:", "Kode keluar:")]
    [InlineData("en", "Commands:", "Exit codes:")]
    public async Task Help_OfTheProgram_NamesEveryCommandInTheLanguageAskedFor(string language, string commands, string exitCodes)
    {
        var run = await CliRun.InProcessAsync("--help", "--lang", language);

        run.ExitCode.ShouldBe(0);
        run.Out.ShouldContain(commands);
        run.Out.ShouldContain(exitCodes);
        Commands.ShouldAllBe(c => run.Out.Contains($"  {c} ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Help_OfEveryCommand_IsInBothLanguagesAndDiffers()
    {
        foreach (var command in Commands)
        {
            var indonesian = await CliRun.InProcessAsync(command, "--help", "--lang", "id");
            var english = await CliRun.InProcessAsync(command, "--help", "--lang", "en");

            indonesian.ExitCode.ShouldBe(0);
            english.ExitCode.ShouldBe(0);
            indonesian.Out.ShouldStartWith(indonesian.Out.Split('\n')[0]);
            indonesian.Out.Split('\n')[0].ShouldNotBe(english.Out.Split('\n')[0]);
            english.Out.ShouldContain($"Usage: kpusync {command}");
        }
    }

    [Theory]
    [InlineData("en_US.UTF-8", "Usage:")]
    [InlineData("id_ID.UTF-8", "Pemakaian:")]
    [InlineData("C.UTF-8", "Pemakaian:")]
    [InlineData("", "Pemakaian:")]
    public async Task Help_WithoutLang_SpeaksIndonesianUnlessTheEnvironmentSaysEnglish(string lang, string usage)
    {
        var run = await CliRun.InProcessAsync(new Dictionary<string, string> { ["LANG"] = lang }, "--help");

        run.Out.ShouldContain(usage);
    }

    [Fact]
    public async Task Nothing_AskedFor_ShowsHelp()
    {
        var run = await CliRun.InProcessAsync();

        run.ExitCode.ShouldBe(0);
        run.Out.ShouldContain("Perintah:");
    }
}
