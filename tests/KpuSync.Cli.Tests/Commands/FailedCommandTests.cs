using KpuSync.Core.Access;
using Microsoft.Extensions.Time.Testing;

namespace KpuSync.Cli.Tests.Commands;

/// <summary><c>kpusync failed</c> against a real server: an office pushes what cannot be applied yet, and its province settles it.</summary>
public sealed class FailedCommandTests : IAsyncLifetime
{
    private const string Header = "DPID,NKK,NIK,NAMA,JK,TMPT_LHR,TGL_LHR,STS,ALAMAT,RT,RW,KECAMATAN,DESA,DIS,KTPel,TPS,SUMBER,KET,TGL_BERLAKU";
    private const string Tomorrow = "2026-11-25";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.FromHours(8)));
    private Desk _desk = null!;

    public async Task InitializeAsync()
    {
        _desk = await Desk.OpenAsync(voters: 1, clock: _clock);
        await _desk.InitAsync();
        await File.WriteAllTextAsync(_desk["province.credential"], await _desk.Server.IssueTokenAsync("P52", Role.Administrator, lifetime: TimeSpan.FromDays(300)));
        (await ProvinceAsync("init", "--server", _desk.Server.Address, "--credential-file", _desk["province.credential"], "--office", "P52")).ExitCode.ShouldBe(ExitCode.Ok);
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task Replay_WhatHoldsFromTomorrow_IsShownPreviewedAndTakenTheDayAfter()
    {
        (await PushAsync(Row("0001", "INAQ SENIM", Tomorrow), Row("0002", "AMAQ SAHRI"))).ExitCode.ShouldBe(ExitCode.SomeNotApplied);
        (await ProvinceAsync("failed", "list")).Out.ShouldContain("5208:1");
        var shown = await ProvinceAsync("failed", "show", "5208:1", "--lang", "en");
        shown.Out.ShouldContain("INAQ SENIM, 5208********0001");
        shown.Out.ShouldContain("[DATE_IN_FUTURE]");
        shown.Out.ShouldNotContain("AMAQ SAHRI");
        (await ProvinceAsync("failed", "preview", "5208:1")).ExitCode.ShouldBe(ExitCode.SomeNotApplied);

        _clock.Advance(TimeSpan.FromDays(1));
        var preview = await ProvinceAsync("failed", "preview", "--code", "DATE_IN_FUTURE");
        preview.ExitCode.ShouldBe(ExitCode.Ok);
        preview.Out.ShouldContain("Nama: (kosong) -> INAQ SENIM");
        preview.Out.ShouldNotContain("520801120187");
        var replay = await ProvinceAsync("failed", "replay", "5208:1", "--reason", "sudah berlaku", "--json");
        replay.ExitCode.ShouldBe(ExitCode.Ok, replay.Error);
        (replay.Json.GetProperty("state").GetString(), replay.Json.GetProperty("outcomes").GetProperty("applied").GetInt32()).ShouldBe(("DONE", 1));

        (await ProvinceAsync("failed", "list")).Out.ShouldBe("Tidak ada perubahan yang cocok.\n");
        (await ProvinceAsync("failed", "replay", "5208:1", "--reason", "lagi")).Error.ShouldContain("FAILED_SELECTION_EMPTY");
        (await _desk.RunAsync("--json", "pull", "--from-start")).Json.GetProperty("entries").EnumerateArray().Last().GetProperty("act").GetString().ShouldBe("ChangesReplayed");
    }

    [Fact]
    public async Task Discard_ByFilter_NeedsTheNumberThatWasSeen()
    {
        await PushAsync(Row("0001", "INAQ SENIM", Tomorrow), Row("0002", ""));
        string[] discard = ["failed", "discard", "--office", "P52", "--reason", "salah berkas", "--lang", "en"];
        var asked = await ProvinceAsync(discard);
        asked.ExitCode.ShouldBe(ExitCode.NeedsConfirmation);
        asked.Out.ShouldContain("2 changes would be given up:");
        asked.Out.ShouldContain("DATE_IN_FUTURE: 1");

        (await ProvinceAsync([.. discard, "--confirm", "1"])).Error.ShouldContain("FAILED_SELECTION_CHANGED");
        var done = await ProvinceAsync([.. discard, "--yes"]);
        done.ExitCode.ShouldBe(ExitCode.Ok, done.Error);
        done.Out.ShouldContain("2 of 2");
        (await ProvinceAsync("failed", "list", "--state", "discarded")).Out.ShouldContain("dibuang 2");
        (await ProvinceAsync([.. discard, "--yes"])).Out.ShouldBe("No change matches.\n");
        (await ProvinceAsync("failed", "preview", "5208:1")).Error.ShouldContain("DISCARDED");
    }

    [Fact]
    public async Task Correction_TheMendedRow_LeavesNothingParked()
    {
        var push = await PushAsync("--json", Row("0001", "INAQ SENIM", Tomorrow));
        var mended = push.Json.GetProperty("reportFiles")[0].GetString()!;
        await File.WriteAllTextAsync(mended, (await File.ReadAllTextAsync(mended)).Replace(Tomorrow, "", StringComparison.Ordinal));
        (await _desk.RunAsync("push", mended)).ExitCode.ShouldBe(ExitCode.Ok);

        (await _desk.RunAsync("failed", "list")).Out.ShouldBe("Tidak ada perubahan yang cocok.\n");
        (await _desk.RunAsync("failed", "show", "5208:1")).Out.ShouldContain("tergantikan");
    }

    [Fact]
    public async Task Jobs_ThatHaveEnded_AreListedWatchedAndStayEnded()
    {
        await PushAsync(Row("0001", ""));
        await ProvinceAsync("failed", "discard", "5208:1", "--reason", "salah berkas");

        var job = (await ProvinceAsync("failed", "jobs", "--json")).Json[0].GetProperty("jobId").GetString()!;
        (await ProvinceAsync("failed", "jobs")).Out.ShouldContain($"Pekerjaan {job}");
        (await ProvinceAsync("failed", "watch", job)).Out.ShouldContain("buang, selesai");
        (await ProvinceAsync("failed", "stop", job, "--json")).Json.GetProperty("state").GetString().ShouldBe("DONE");
        (await ProvinceAsync("failed", "watch", Guid.Empty.ToString())).Error.ShouldContain("FAILED_JOB_NOT_FOUND");
    }

    [Fact]
    public async Task Operator_MayLookAndNothingElse()
    {
        await PushAsync(Row("0001", ""));
        (await _desk.RunAsync("failed", "list")).ExitCode.ShouldBe(ExitCode.Ok);
        (await _desk.RunAsync("failed", "replay", "5208:1", "--reason", "x")).ExitCode.ShouldBe(ExitCode.NotAllowed);
        (await _desk.RunAsync("failed", "list", "--range", "RI")).ExitCode.ShouldBe(ExitCode.NotAllowed);
        (await _desk.RunAsync("failed", "show", "5208:9")).Error.ShouldContain("FAILED_BATCH_NOT_FOUND");
    }

    [Fact]
    public async Task List_ByDaysAndPages_ShowsWhatFallsIntoThem()
    {
        await PushAsync(Row("0001", ""));
        _clock.Advance(TimeSpan.FromDays(1));
        await PushAsync(Row("0002", ""));

        var first = await ProvinceAsync("failed", "list", "--limit", "1", "--json");
        BatchesOf(first).ShouldBe(["5208:1"]);
        BatchesOf(await ProvinceAsync("failed", "list", "--page", first.Json.GetProperty("nextPageToken").GetString()!, "--json")).ShouldBe(["5208:2"]);
        BatchesOf(await ProvinceAsync("failed", "list", "--until", "2026-11-24", "--json")).ShouldBe(["5208:1"]);
        BatchesOf(await ProvinceAsync("failed", "list", "--since", "2026-11-25", "--json")).ShouldBe(["5208:2"]);
    }

    private static IEnumerable<string?> BatchesOf(CliRun run) => run.Json.GetProperty("batches").EnumerateArray().Select(b => b.GetProperty("batch").GetString());

    private Task<CliRun> ProvinceAsync(params string[] arguments) => _desk.RunAsync([.. arguments, "--home", _desk["province"]]);

    private async Task<CliRun> PushAsync(params string[] rows)
    {
        await File.WriteAllTextAsync(_desk["pemilih.csv"], string.Join('\n', [Header, .. rows.Where(r => !r.StartsWith('-'))]) + "\n");
        var run = await _desk.RunAsync(["push", _desk["pemilih.csv"], .. rows.Where(r => r.StartsWith('-'))]);

        // Replays let pushes go first, and by this clock a push would never be over.
        _clock.Advance(TimeSpan.FromMinutes(1));
        return run;
    }

    private static string Row(string serial, string name, string from = "") =>
        $",5208010101010001,520801120187{serial},{name},L,TANJUNG,12|01|1987,S,DUSUN KARANG,001,002,520801,5208012001,0,S,001,,,{from}";
}
