using Microsoft.Extensions.Time.Testing;
using MiniExcelLibs;

namespace KpuSync.Cli.Tests.Commands;

/// <summary><c>kpusync recap</c> against a real server, by a clock that tests can turn.</summary>
public sealed class RecapCommandTests : IAsyncLifetime
{
    private const string Minutes = "26/PL.01.2-BA/5208/2026";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.FromHours(8)));
    private Desk _desk = null!;

    public async Task InitializeAsync()
    {
        _desk = await Desk.OpenAsync(clock: _clock);
        await _desk.InitAsync();
        await _desk.RunAsync("push", _desk.Export(1), "--opening", "--ba", "1/BA/2026");
        _clock.SetUtcNow(new DateTimeOffset(2026, 12, 5, 10, 0, 0, TimeSpan.FromHours(8)));
        await _desk.RunAsync("push", _desk.Export(2));
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task Recap_Json_AddsUpFromTheFirstRoundToTheSecond()
    {
        var recap = await _desk.RunAsync("recap", "--period", "2026-12", "--json");

        recap.ExitCode.ShouldBe(ExitCode.Ok);
        var total = recap.Json.GetProperty("total");
        Sum(total, "previousTotal").ShouldBe(Registered(1));
        Sum(total, "total").ShouldBe(Registered(2));
        var removed = total.GetProperty("removed").EnumerateArray().Sum(r => r.GetProperty("male").GetInt64() + r.GetProperty("female").GetInt64());
        (Sum(total, "previousTotal") + Sum(total, "openingBalance") + Sum(total, "stateEntered") + Sum(total, "newFirstTime") + Sum(total, "newMovedIn") - removed)
            .ShouldBe(Sum(total, "total"));
        Sum(total, "newFirstTime").ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Recap_FirstMonth_IsTheOpeningBalance()
    {
        var total = (await _desk.RunAsync("recap", "--office", "5208", "--period", "2026-11", "--json")).Json.GetProperty("total");

        Sum(total, "openingBalance").ShouldBe(Registered(1));
    }

    [Theory]
    [InlineData("id", "Jumlah pemilih", "Belum ditutup.")]
    [InlineData("en", "Voters", "Not closed yet.")]
    public async Task Recap_Table_IsInTheLanguageOfTheRun(string language, string total, string state)
    {
        var run = await _desk.RunAsync("recap", "--period", "2026-11", "--by", "village", "--lang", language);

        run.ExitCode.ShouldBe(ExitCode.Ok);
        run.Out.ShouldContain("Lombok Utara (5208)", Case.Insensitive);
        run.Out.ShouldContain(total);
        run.Out.ShouldContain(state);
    }

    [Fact]
    public async Task Recap_Files_HaveALineForEachAreaAndTheSum()
    {
        var run = await _desk.RunAsync(
            "recap", "--period", "2026-12", "--by", "tps", "--csv", _desk["recap.csv"], "--xlsx", _desk["recap.xlsx"], "--json");

        var rows = run.Json.GetProperty("rows").GetArrayLength();
        var csv = await File.ReadAllLinesAsync(_desk["recap.csv"]);
        csv.Length.ShouldBe(1 + rows + 1);
        csv[0].ShouldContain("Jumlah pemilih L+P");
        var form = MiniExcel.Query(_desk["recap.xlsx"]).Cast<IDictionary<string, object?>>().ToList();
        form[0]["A"].ShouldBe("REKAPITULASI PEMUTAKHIRAN DATA PEMILIH BERKELANJUTAN");
        form[1]["A"]!.ToString()!.ShouldContain("(5208)");
        form.Count.ShouldBe(7 + rows + 1);
        var column = form[5].Single(cell => cell.Value is "Jumlah pemilih").Key;
        form[^1][column].ShouldBe((double)run.Json.GetProperty("total").GetProperty("total").GetProperty("male").GetInt64());
    }

    [Fact]
    public async Task Close_ThenRecap_NamesMinutesPositionAndChain()
    {
        var closed = await _desk.RunAsync("recap", "close", "--period", "2026-11", "--ba", Minutes, "--json");
        var recap = await _desk.RunAsync("recap", "--period", "2026-11", "--lang", "en");
        var audit = await _desk.RunAsync("audit", "verify");

        closed.ExitCode.ShouldBe(ExitCode.Ok);
        recap.Out.ShouldContain($"Closed under minutes {Minutes}, position {closed.Json.GetProperty("position").GetInt64()}");
        recap.Out.ShouldContain(closed.Json.GetProperty("chainHash").GetString()!);
        audit.ExitCode.ShouldBe(ExitCode.Ok);
    }

    [Fact]
    public async Task Close_PeriodThatHasNotEnded_IsRefusedWithItsCode()
    {
        var run = await _desk.RunAsync("recap", "close", "--period", "2026-Q4", "--ba", Minutes, "--lang", "en");

        run.ExitCode.ShouldBe(ExitCode.Failed);
        run.Error.ShouldContain("RECAP_PERIOD_NOT_ENDED");
    }

    [Fact]
    public async Task Reopen_ClosedPeriod_OpensIt()
    {
        await _desk.RunAsync("recap", "close", "--period", "2026-11", "--ba", Minutes);

        (await _desk.RunAsync("recap", "reopen", "--period", "2026-11", "--reason", "salah hitung")).ExitCode.ShouldBe(ExitCode.Ok);
        (await _desk.RunAsync("recap", "--period", "2026-11", "--lang", "en")).Out.ShouldContain("Not closed yet.");
        (await _desk.RunAsync("pull", "--json", "--from-start")).Out.ShouldContain("RecapPeriod");
    }

    [Theory]
    [InlineData("recap", "--period", "2026-Q5")]
    [InlineData("recap", "--period", "2026-Q4", "--by", "rt")]
    [InlineData("recap", "--period", "2026-Q4", "--office", "52")]
    [InlineData("recap", "close", "--period", "2026-Q4")]
    [InlineData("recap", "reopen", "--period", "2026-Q4")]
    public async Task Recap_Malformed_IsUsage(params string[] arguments) => (await _desk.RunAsync(arguments)).ExitCode.ShouldBe(ExitCode.Usage);

    [Fact]
    public async Task Recap_AnotherOffices_IsNotAllowed() =>
        (await _desk.RunAsync("recap", "--office", "5201", "--period", "2026-11")).ExitCode.ShouldBe(ExitCode.NotAllowed);

    private long Registered(int round) => _desk.Truth.ExportOf(Desk.Office, round).Registered;

    private static long Sum(System.Text.Json.JsonElement figures, string name) =>
        figures.GetProperty(name).GetProperty("male").GetInt64() + figures.GetProperty(name).GetProperty("female").GetInt64();
}
