using KpuSync.Core.Duplicates;
using Microsoft.Extensions.DependencyInjection;

namespace KpuSync.Cli.Tests.Commands;

/// <summary><c>kpusync held</c> and <c>kpusync duplicates</c> as an operator types them.</summary>
public sealed class SettlingCommandTests : IAsyncLifetime
{
    private const string Header = "DPID,NKK,NIK,NAMA,JK,TMPT_LHR,TGL_LHR,STS,ALAMAT,RT,RW,KECAMATAN,DESA,DIS,KTPel,TPS,SUMBER,KET";

    private Desk _desk = null!;

    public async Task InitializeAsync()
    {
        _desk = await Desk.OpenAsync(voters: 1);
        await _desk.InitAsync();
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task Held_List_Verify_AndPull_ReadAsAStory()
    {
        (await PushAsync(Row("0001", "INAQ SENIM", "12|01|1920"))).ExitCode.ShouldBe(ExitCode.SomeNotApplied);
        var list = await _desk.RunAsync("held");
        list.ExitCode.ShouldBe(ExitCode.Ok);
        list.Out.ShouldContain("1:0");
        list.Out.ShouldContain("INAQ SENIM");
        list.Out.ShouldContain("VOTER_OVER_100_UNVERIFIED");
        list.Out.ShouldNotContain("5208011201200001"); // Masked, also on the office's own screen.

        var verified = await _desk.RunAsync(
            "held", "verify", "1:0", "--method", "coktas", "--officer", "PETUGAS 1", "--date", "2026-01-20", "--document", "BA 1");
        verified.ExitCode.ShouldBe(ExitCode.Ok);
        verified.Out.ShouldContain("1:0: diterapkan");
        (await _desk.RunAsync("held")).Out.ShouldContain("Tidak ada perubahan yang ditahan.");
        (await _desk.RunAsync("--json", "pull", "--from-start")).Json.GetProperty("entries").EnumerateArray().Select(e => e.GetProperty("kind").GetString())
            .ShouldBe(["Batch", "Settlement", "Settlement"]);
    }

    [Fact]
    public async Task Held_Reject_NeedsAReasonAndEndsIt()
    {
        await PushAsync(Row("0001", "INAQ SENIM", "12|01|1920"));
        (await _desk.RunAsync("held", "reject", "1:0")).ExitCode.ShouldBe(ExitCode.Usage);
        var rejected = await _desk.RunAsync("--lang", "en", "held", "reject", "1:0", "--reason", "mistyped");
        rejected.ExitCode.ShouldBe(ExitCode.Ok);
        rejected.Out.ShouldContain("rejected [HOLD_REJECTED]");
    }

    [Theory]
    [InlineData("held", "verify", "7")]
    [InlineData("held", "verify", "1:0", "--method", "guess", "--officer", "A", "--date", "2026-01-20", "--document", "B")]
    [InlineData("duplicates", "decide", "1", "--keep", "all", "--reason", "x")]
    [InlineData("duplicates", "--class", "K4")]
    public async Task Arguments_ThatMeanNothing_AreNamed(params string[] arguments)
    {
        var run = await _desk.RunAsync(arguments);
        run.ExitCode.ShouldBe(ExitCode.Usage);
        run.Error.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Held_VerifyTwice_SaysThatItIsSettled()
    {
        await PushAsync(Row("0001", "INAQ SENIM", "12|01|1920"));
        string[] verify = ["held", "verify", "1:0", "--method", "coktas", "--officer", "PETUGAS 1", "--date", "2026-01-20", "--document", "BA 1"];
        await _desk.RunAsync(verify);
        var again = await _desk.RunAsync(verify);
        again.ExitCode.ShouldBe(ExitCode.Failed);
        again.Error.ShouldContain("HOLD_NOT_OPEN");
    }

    [Fact]
    public async Task Duplicates_InsideTheOffice_AreListedShownAndDecided()
    {
        await PushAsync(
            Row("0001", "MUHAMMAD RIZKI HIDAYAT", "12|01|1987"),
            Row("0002", "MOH. RIZKI HIDAYAT", "12|01|1987"));
        await _desk.Server.Services.GetRequiredService<Scanner>().CatchUpAsync(default);

        var list = await _desk.RunAsync("duplicates");
        list.Out.ShouldContain("K3");
        list.Out.ShouldContain("di dalam kantor: 1");
        var shown = await _desk.RunAsync("duplicates", "show", "1");
        shown.Out.ShouldContain("5208:2");
        shown.Out.ShouldContain("nama sama");
        var decided = await _desk.RunAsync("--json", "duplicates", "decide", "1", "--keep", "5208:1", "--reason", "orang yang sama");
        decided.Json.GetProperty("state").GetString().ShouldBe("DECIDED");
        decided.Json.GetProperty("sides").EnumerateArray().Select(s => s.GetProperty("active").GetBoolean()).ShouldBe([true, false]);
        (await _desk.RunAsync("duplicates", "decide", "1", "--keep", "both", "--reason", "lagi")).Error.ShouldContain("CASE_CHANGED");
        (await _desk.RunAsync("duplicates", "show", "99")).Error.ShouldContain("CASE_NOT_FOUND");
    }

    private async Task<CliRun> PushAsync(params string[] rows)
    {
        await File.WriteAllTextAsync(_desk["pemilih.csv"], string.Join('\n', [Header, .. rows]) + "\n");
        return await _desk.RunAsync("push", _desk["pemilih.csv"]);
    }

    private static string Row(string serial, string name, string born) =>
        $",5208010101010001,520801120187{serial},{name},L,TANJUNG,{born},S,DUSUN KARANG,001,002,520801,5208012001,0,S,001,,";
}
