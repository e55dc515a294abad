using KpuSync.Core.Access;
using KpuSync.Core.Duplicates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace KpuSync.Cli.Tests.Commands;

/// <summary><c>kpusync party</c> against a real server.</summary>
public sealed class PartyCommandTests : IAsyncLifetime
{
    private const string RunningSemester = "2026-S2";
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 24, 10, 0, 0, TimeSpan.FromHours(8)));
    private Desk _desk = null!;

    public async Task InitializeAsync()
    {
        _desk = await Desk.OpenAsync(voters: 4_000, clock: _clock);
        await _desk.InitAsync();
    }

    public async Task DisposeAsync() => await _desk.DisposeAsync();

    [Fact]
    public async Task PushThenCheck_TheSampleMembers_FindsWhatWasPlanted()
    {
        await _desk.RunAsync("push", _desk.Export(1));
        (await PushMembersAsync()).ExitCode.ShouldBe(ExitCode.SomeNotApplied);
        await PushProfilesAsync();
        await _desk.Server.Services.GetRequiredService<Scanner>().CatchUpAsync(default);

        foreach (var planted in _desk.Truth.Parties)
        {
            var check = (await _desk.RunAsync("party", "check", "--party", $"{planted.Party}", "--json")).Json;
            long Found(string problem) => check.GetProperty("problems").EnumerateArray()
                .Where(p => p.GetProperty("problem").GetString() == problem).Select(p => p.GetProperty("members").GetInt64()).SingleOrDefault();
            (check.GetProperty("members").GetInt64(), Found("DOUBLE_IN_PARTY"), Found("DOUBLE_BETWEEN_PARTIES"), Found("OCCUPATION"), Found("NOT_IN_REGISTER"))
                .ShouldBe((planted.Members, planted.DoubleInside, planted.DoubleBetween, planted.Occupation, planted.NotRegistered), $"party {planted.Party}");
        }
    }

    [Fact]
    public async Task Check_Files_HaveALineForEachMemberWithAProblem()
    {
        await PushProfilesAsync();
        await PushMembersAsync();
        var party = _desk.Truth.Parties.First(p => p.DoubleBetween > 0);
        var run = await _desk.RunAsync("party", "check", "--party", $"{party.Party}", "--csv", _desk["partai.csv"]);

        run.ExitCode.ShouldBe(ExitCode.Ok);
        run.Out.ShouldContain("Ganda eksternal");
        (await File.ReadAllLinesAsync(_desk["partai.csv"])).Length.ShouldBe(1 + party.Members);   // Nobody is in the register here.
    }

    [Fact]
    public async Task Check_OfASemester_ShowsWhatMovedInBothLanguagesAndInTheFiles()
    {
        await PushProfilesAsync();
        await PushMembersAsync();
        var party = _desk.Truth.Parties.First(p => p.DoubleBetween > 0);
        string[] check = ["party", "check", "--party", $"{party.Party}", "--semester", RunningSemester];

        var movement = (await _desk.RunAsync([.. check, "--json"])).Json.GetProperty("movement");
        (movement.GetProperty("semester").GetString(), movement.GetProperty("membersBefore").GetInt64(), movement.GetProperty("entered").GetInt64())
            .ShouldBe((RunningSemester, 0, party.Members));
        movement.GetProperty("moves").EnumerateArray().Sum(m => m.GetProperty("members").GetInt64()).ShouldBe(party.Members);

        var run = await _desk.RunAsync([.. check, "--csv", _desk["s.csv"], "--xlsx", _desk["s.xlsx"]]);
        run.ExitCode.ShouldBe(ExitCode.Ok);
        run.Out.ShouldContain($"Perubahan dalam semester {RunningSemester}");
        run.Out.ShouldContain("di luar daftar");
        (await File.ReadAllLinesAsync(_desk["s.csv"])).Length.ShouldBe(1 + party.Members);
        File.Exists(_desk["s.xlsx"]).ShouldBeTrue();
        (await _desk.RunAsync([.. check, "--lang", "en"])).Out.ShouldContain($"What moved in semester {RunningSemester}");
    }

    [Fact]
    public async Task List_TheCentresProfiles_InNumberOrder()
    {
        (await _desk.RunAsync("party", "list")).Out.ShouldContain("Belum ada profil");
        await PushProfilesAsync();

        var parties = (await _desk.RunAsync("party", "list", "--json")).Json.GetProperty("parties").EnumerateArray().ToList();
        var numbers = parties.Select(p => p.GetProperty("party").GetInt32()).ToList();
        numbers.ShouldBe(numbers.Order());
        parties[0].GetProperty("sinceDate").GetString().ShouldBe("2026-11-24");
        var run = await _desk.RunAsync("party", "list");
        (run.ExitCode, run.Out.Contains(parties[0].GetProperty("name").GetString()!, StringComparison.Ordinal)).ShouldBe((ExitCode.Ok, true));
    }

    [Fact]
    public async Task Pull_WithCentre_ListsTheCentresEntriesAndKeepsTheBaselineTheOfficesOwn()
    {
        await PushProfilesAsync();
        await PushMembersAsync();

        var pull = (await _desk.RunAsync("pull", "--with-centre", "--json")).Json.GetProperty("entries").EnumerateArray().ToList();
        pull.Select(e => e.GetProperty("office").GetString()).Distinct().ShouldBe(["RI", Desk.Office]);
        (await _desk.RunAsync("pull", "--with-centre", "--json")).Json.GetProperty("entries").GetArrayLength().ShouldBe(0);
        (await _desk.RunAsync("audit", "verify")).ExitCode.ShouldBe(ExitCode.Ok);

        // Nothing of the office is unknown to it afterwards: all of the file is unchanged.
        (await PushMembersAsync()).ExitCode.ShouldBe(ExitCode.Ok);
    }

    [Fact]
    public async Task Organisation_ARegency_ListsItsDistricts()
    {
        await PushProfilesAsync();
        await File.WriteAllTextAsync(_desk["pengurus.csv"], "PARTAI;TINGKAT;WILAYAH;SK;NAMA;JABATAN;JK\n6;KABUPATEN;5208;SK-1;BAIQ RATNA;KETUA;P\n");
        (await _desk.RunAsync("party", "push", _desk["pengurus.csv"])).ExitCode.ShouldBe(ExitCode.Ok);

        var areas = (await _desk.RunAsync("party", "organisation", "--party", "6", "--json")).Json.GetProperty("areas");
        (areas.GetArrayLength(), areas[0].GetProperty("officers").GetInt32(), areas[0].GetProperty("meets").GetBoolean()).ShouldBe((6, 1, false));
        (await _desk.RunAsync("party", "organisation", "--party", "6")).Out.ShouldContain("100%");
    }

    [Fact]
    public async Task StatementAndComplaint_ByOptions_AreRecordedAndShownByTheCheck()
    {
        await PushProfilesAsync();
        await PushMembersAsync();
        var party = _desk.Truth.Parties.First(p => p.DoubleBetween > 0).Party;
        var check = (await _desk.RunAsync("party", "check", "--party", $"{party}", "--json")).Json;
        var nik = check.GetProperty("findings").EnumerateArray()
            .First(f => f.GetProperty("problems").EnumerateArray().Any(p => p.GetProperty("problem").GetString() == "DOUBLE_BETWEEN_PARTIES"))
            .GetProperty("nik").GetString()!;

        string[] paper = ["--nik", nik, "--date", "2025-06-01", "--document", "BA-1"];
        var statement = await _desk.RunAsync(["party", "statement", "--party", "0", .. paper]);
        statement.ExitCode.ShouldBe(ExitCode.Ok);
        statement.Out.ShouldContain("diterapkan 1");
        (await _desk.RunAsync(["party", "complaint", "--party", $"{party}", .. paper])).ExitCode.ShouldBe(ExitCode.Ok);

        var after = (await _desk.RunAsync("party", "check", "--party", $"{party}", "--json")).Json.GetProperty("findings").EnumerateArray()
            .First(f => f.GetProperty("nik").GetString() == nik).GetProperty("problems").EnumerateArray()
            .ToDictionary(p => p.GetProperty("problem").GetString()!, p => p.GetProperty("status").GetString());
        (after["DOUBLE_BETWEEN_PARTIES"], after["WITHOUT_CONSENT"]).ShouldBe(("NOT_ELIGIBLE", "MENDABLE"));
    }

    [Fact]
    public async Task Push_AWholeListWithHalfTheMembers_StopsUntilYes()
    {
        await PushProfilesAsync();
        await PushMembersAsync();
        var lines = await File.ReadAllLinesAsync(_desk.Sample($"anggota-{Desk.Office}.csv"));
        await File.WriteAllLinesAsync(_desk["separuh.csv"], lines.Where((_, i) => i == 0 || i % 2 == 1));

        string[] push = ["party", "push", _desk["separuh.csv"], "--complete", "--gone-as", "left"];
        var stopped = await _desk.RunAsync(push);
        stopped.ExitCode.ShouldBe(ExitCode.NeedsConfirmation);
        stopped.Error.ShouldContain("MEMBER_MASS_REMOVAL");

        var gone = (await _desk.RunAsync([.. push, "--yes", "--json"])).Json.GetProperty("delta").GetProperty("gone").GetInt64();
        gone.ShouldBeInRange(1, (lines.Length - 1) / 2);
        (await _desk.RunAsync([.. push, "--json"])).Json.GetProperty("delta").GetProperty("gone").GetInt64().ShouldBe(0);
    }

    [Fact]
    public async Task Complaint_ANikThatIsNone_IsNotSentAndNotEchoed()
    {
        var run = await _desk.RunAsync("party", "complaint", "--party", "6", "--nik", "520801", "--date", "2025-06-01", "--document", "BA-1");
        run.ExitCode.ShouldBe(ExitCode.SomeNotApplied);
        run.Out.ShouldContain("NIK_MALFORMED");
        (run.Out + run.Error).ShouldNotContain("520801");
    }

    [Theory]
    [InlineData("push")]
    [InlineData("push", "file.csv", "--complete")]
    [InlineData("push", "file.csv", "--complete", "--gone-as", "tni")]
    [InlineData("statement", "--party", "6")]
    [InlineData("statement", "--party", "100", "--nik", "1", "--date", "2025-06-01", "--document", "BA-1")]
    [InlineData("complaint", "--party", "0", "--nik", "1", "--date", "2025-06-01", "--document", "BA-1")]
    [InlineData("check")]
    [InlineData("check", "--party", "0")]
    [InlineData("check", "--party", "6", "--office", "P52")]
    [InlineData("check", "--party", "6", "--semester", "2026-Q1")]
    public async Task Party_WrongUsage_IsSaidSo(params string[] arguments) => (await _desk.RunAsync(["party", .. arguments])).ExitCode.ShouldBe(ExitCode.Usage);

    private Task<CliRun> PushMembersAsync() => _desk.RunAsync("party", "push", _desk.Sample($"anggota-{Desk.Office}.csv"));

    private async Task PushProfilesAsync()
    {
        await File.WriteAllTextAsync(_desk["centre.credential"], await _desk.Server.IssueTokenAsync("RI", Role.Administrator));
        string[] centre = ["--home", _desk["centre"]];
        (await _desk.RunAsync(["init", "--server", _desk.Server.Address, "--credential-file", _desk["centre.credential"], "--office", "RI", .. centre])).ExitCode.ShouldBe(ExitCode.Ok);
        (await _desk.RunAsync(["party", "push", _desk.Sample("partai-profil.csv"), .. centre])).ExitCode.ShouldBe(ExitCode.Ok);
    }
}
