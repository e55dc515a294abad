using MiniExcelLibs;

namespace KpuSync.Cli.Tests.Commands;

/// <summary><c>kpusync progress</c> against a real server.</summary>
public sealed class ProgressCommandTests : IAsyncLifetime
{
    private Desk _desk = null!;

    private string Month => _desk.Truth.Progress[0].Month;

    public async Task InitializeAsync()
    {
        _desk = await Desk.OpenAsync();
        await _desk.InitAsync();
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task Push_TheSampleFiles_ShowsAsPlanted()
    {
        var planted = _desk.Truth.Progress.ShouldHaveSingleItem();
        (await _desk.RunAsync("progress", "push", _desk.Sample(planted.PlanFile))).ExitCode.ShouldBe(ExitCode.Ok);
        (await _desk.RunAsync("progress", "push", _desk.Sample(planted.ReportFile))).ExitCode.ShouldBe(ExitCode.Ok);

        var show = await _desk.RunAsync("progress", "show", "--month", Month);
        show.ExitCode.ShouldBe(ExitCode.Ok);
        show.Out.ShouldContain("Lombok Utara");
        show.Out.ShouldContain("97,5");
        show.Out.ShouldContain("Di bawah rencana bulan ini");
        (await _desk.RunAsync("progress", "push", _desk.Sample(planted.ReportFile), "--json")).Json.GetProperty("delta").GetProperty("unchanged").GetInt64().ShouldBe(6);
    }

    [Fact]
    public async Task Push_ByOptions_IsOneReport()
    {
        var push = await _desk.RunAsync("progress", "push", "--month", Month, "--initial", "1.000.000", "--realised", "950.000", "--pns", "18");
        push.ExitCode.ShouldBe(ExitCode.Ok);

        var office = (await _desk.RunAsync("progress", "show", "--month", Month, "--json")).Json[0];
        office.GetProperty("reported").GetBoolean().ShouldBeTrue();
        var report = office.GetProperty("progress").GetProperty("report");
        report.GetProperty("budget").GetProperty("realised").GetString().ShouldBe("950000");
        report.GetProperty("headcount").GetProperty("civilServants").GetInt32().ShouldBe(18);
    }

    [Fact]
    public async Task Push_OverTheCeiling_SendsNothingAndSaysWhy()
    {
        var push = await _desk.RunAsync("progress", "push", "--month", Month, "--initial", "100", "--realised", "101");
        push.ExitCode.ShouldBe(ExitCode.SomeNotApplied);
        push.Out.ShouldContain("PROGRESS_REALISED_OVER_CEILING");
        push.Out.ShouldContain("101");
    }

    [Theory]
    [InlineData("1.000,2.000,3.000,4.000,5.000,6.000,7.000,8.000,9.000,10.000,11.000,12.000")]
    [InlineData("1,000; 2,000; 3,000; 4,000; 5,000; 6,000; 7,000; 8,000; 9,000; 10,000; 11,000; Rp 12,000.00")]
    public async Task Push_APlanByOptions_IsThePlanOfTheYear(string targets)
    {
        (await _desk.RunAsync("progress", "push", "--plan", "--year", Month[..4], "--targets", targets)).ExitCode.ShouldBe(ExitCode.Ok);

        var plan = (await _desk.RunAsync("progress", "show", "--month", Month, "--json")).Json[0].GetProperty("progress").GetProperty("plan");
        plan.GetProperty("cumulativeTargets").EnumerateArray().Select(t => t.GetString()).ShouldBe(Enumerable.Range(1, 12).Select(m => $"{m}000"));
    }

    [Theory]
    [InlineData("1,2,3,4,3,6,7,8,9,10,11,12", "PROGRESS_PLAN_FALLS")]
    [InlineData("1,2,3,4,,6,7,8,9,10,11,12", "FIELD_REQUIRED")]
    [InlineData("1;2;3;4;5,5;6;7;8;9;10;11;12", "AMOUNT_HAS_FRACTION")]
    public async Task Push_APlanThatIsWrong_SendsNothingAndSaysWhy(string targets, string code)
    {
        var push = await _desk.RunAsync("progress", "push", "--plan", "--year", Month[..4], "--targets", targets);
        push.ExitCode.ShouldBe(ExitCode.SomeNotApplied);
        push.Out.ShouldContain(code);
    }

    [Fact]
    public async Task Push_APlanOfElevenMonths_IsSaidSo()
    {
        var push = await _desk.RunAsync("progress", "push", "--plan", "--year", "2025", "--targets", "1,2,3,4,5,6,7,8,9,10,11");
        push.ExitCode.ShouldBe(ExitCode.Usage);
        push.Error.ShouldContain("11");
    }

    [Theory]
    [InlineData("push")]
    [InlineData("push", "--plan")]
    [InlineData("push", "--plan", "--year", "2025")]
    [InlineData("push", "--year", "2025", "--targets", "1,2,3,4,5,6,7,8,9,10,11,12")]
    [InlineData("push", "file.csv", "--plan", "--year", "2025", "--targets", "1,2,3,4,5,6,7,8,9,10,11,12")]
    [InlineData("push", "--plan", "--year", "2025", "--targets", "1,2,3,4,5,6,7,8,9,10,11,12", "--month", "2025-01")]
    [InlineData("push", "--month", "2025-01")]
    [InlineData("push", "file.csv", "--month", "2025-01", "--initial", "1", "--realised", "1")]
    [InlineData("history")]
    [InlineData("history", "--plan")]
    [InlineData("history", "--month", "2025-01", "--plan", "--year", "2025")]
    [InlineData("history", "--plan", "--year", "25")]
    [InlineData("show", "--month", "2025-13")]
    [InlineData("show", "--month", "2025-01", "--province", "5201")]
    [InlineData("show", "--month", "2025-01", "--province", "52", "--office", "5201")]
    public async Task Progress_WrongUsage_IsSaidSo(params string[] arguments) =>
        (await _desk.RunAsync(["progress", .. arguments])).ExitCode.ShouldBe(ExitCode.Usage);

    [Fact]
    public async Task Show_AnotherProvince_IsNotAllowed() =>
        (await _desk.RunAsync("progress", "show", "--month", Month, "--province", "51")).ExitCode.ShouldBe(ExitCode.NotAllowed);

    [Fact]
    public async Task Show_Files_HaveALineForEachOfficeAndExactAmounts()
    {
        await _desk.RunAsync("progress", "push", "--month", Month, "--initial", "1234567", "--realised", "234567");
        await _desk.RunAsync("progress", "show", "--month", Month, "--csv", _desk["progres.csv"], "--xlsx", _desk["progres.xlsx"]);

        var csv = await File.ReadAllLinesAsync(_desk["progres.csv"]);
        csv.Length.ShouldBe(2);
        csv[1].ShouldStartWith("5208,\"Kabupaten Lombok Utara\",1234567,1234567,0,0,234567,18.99,");
        var xlsx = MiniExcel.Query(_desk["progres.xlsx"]).Cast<IDictionary<string, object?>>().Select(r => r.Values.ToArray()).ToList();
        xlsx[^1][6].ShouldBe(234567d);
    }

    [Fact]
    public async Task History_CorrectedTwice_HasThreeVersions()
    {
        foreach (var realised in new[] { "1", "2", "3" })
            await _desk.RunAsync("progress", "push", "--month", Month, "--initial", "100", "--realised", realised);
        (await _desk.RunAsync("progress", "history", "--month", Month, "--json")).Json.EnumerateArray()
            .Select(v => v.GetProperty("report").GetProperty("budget").GetProperty("realised").GetString()).ShouldBe(["3", "2", "1"]);
        (await _desk.RunAsync("progress", "history", "--month", Month, "--lang", "en")).Out.ShouldContain("3 versions");
    }

    [Fact]
    public async Task History_APlanThatWasChanged_HasBothVersions()
    {
        var year = Month[..4];
        (await _desk.RunAsync("progress", "history", "--plan", "--year", year, "--lang", "en")).Out.ShouldContain($"Year {year} was never planned.");
        foreach (var end in new[] { "12", "13" })
            await _desk.RunAsync("progress", "push", "--plan", "--year", year, "--targets", $"1,2,3,4,5,6,7,8,9,10,11,{end}");
        (await _desk.RunAsync("progress", "history", "--plan", "--year", year, "--json")).Json.EnumerateArray()
            .Select(v => v.GetProperty("plan").GetProperty("cumulativeTargets")[11].GetString()).ShouldBe(["13", "12"]);
        var shown = (await _desk.RunAsync("progress", "history", "--plan", "--year", year)).Out;
        shown.ShouldContain("2 versi");
        shown.ShouldContain("s.d. Desember");
    }
}
