using KpuSync.Client.Tests.Support;
using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Duplicates;
using Microsoft.Extensions.DependencyInjection;

namespace KpuSync.Client.Tests.Server;

/// <summary>Party data from files, over a real server.</summary>
public sealed class PartyTests : IAsyncLifetime
{
    private const string Members = "PARTAI;KTA;NIK;NAMA;JK;TGL_LHR;STS;PEKERJAAN;ALAMAT;KECAMATAN;DESA;KELUAR";

    private OfficeWorld _world = null!;
    private KpuSyncClient _client = null!;

    public async Task InitializeAsync()
    {
        _world = await OfficeWorld.StartAsync();
        _client = await _world.InitAsync();
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Push_MembersBeforeTheProfile_AreHeldThenReleasedByThemselves()
    {
        var file = Write(Members, Member(1), Member(2));
        (await _client.PushPartyAsync(file)).Outcomes.Held.ShouldBe(2);

        // What waits is not sent again.
        (await _client.PushPartyAsync(file)).Delta.NotAppliedBefore.ShouldBe(2);

        await PushProfileAsync();
        await _world.Server.Services.GetRequiredService<Scanner>().CatchUpAsync(default);
        var check = await _client.CheckPartyAsync(6);
        (check.Party.Abbreviation, check.Members, check.Needed).ShouldBe(("BURUH", 2, 763));

        await _client.PullAsync();
        (await _client.PushPartyAsync(file)).Delta.Unchanged.ShouldBe(2);
        (await _client.VerifyAuditAsync()).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Push_AgainWithOneRowChanged_SendsThatRow()
    {
        await PushProfileAsync();
        (await _client.PushPartyAsync(Write(Members, Member(1), Member(2)))).Outcomes.Applied.ShouldBe(2);
        var again = await _client.PushPartyAsync(Write(Members, Member(1), Member(2, occupation: "POLRI")));
        (again.Delta.Unchanged, again.Delta.Items, again.Outcomes.Applied).ShouldBe((1, 1, 1));

        var check = await _client.CheckPartyAsync(6);
        check.Problems.ShouldContain(new ProblemCount { Problem = MemberProblem.Occupation, Members = 1 });
    }

    [Fact]
    public async Task Push_ACardTwice_RejectsTheSecondPersonAndWritesTheRowToMend()
    {
        await PushProfileAsync();
        var report = await _client.PushPartyAsync(Write(Members, Member(1), Member(2, card: "KTA-1")));
        (report.Outcomes.Applied, report.Outcomes.Rejected).ShouldBe((1, 1));
        report.Findings.ShouldHaveSingleItem().Code.ShouldBe("PARTY_CARD_TAKEN");
        (await File.ReadAllTextAsync(report.ReportFiles.ShouldHaveSingleItem())).ShouldContain("KTA-1");
    }

    [Fact]
    public async Task Push_ALeavingMember_IsTakenOut()
    {
        await PushProfileAsync();
        await _client.PushPartyAsync(Write(Members, Member(1), Member(2)));
        (await _client.PushPartyAsync(Write(Members, Member(1), Member(2, leaves: "MUNDUR")))).Outcomes.Applied.ShouldBe(1);
        (await _client.CheckPartyAsync(6)).Members.ShouldBe(1);
    }

    [Fact]
    public async Task Push_BadRows_AreNamedByColumnAndTheOthersSent()
    {
        await PushProfileAsync();
        var report = await _client.PushPartyAsync(Write(
            Members, Member(1), Member(2).Replace(";L;", ";X;", StringComparison.Ordinal), Member(3).Replace(Voters.Nik(3), "5.20101E+15", StringComparison.Ordinal)));
        report.Outcomes.Applied.ShouldBe(1);
        report.Findings.Select(f => (f.Row, f.Column, f.Code)).ShouldBe([(3, "JK", "CODE_UNKNOWN"), (4, "NIK", "NIK_SPREADSHEET_NUMBER")]);
    }

    // What the centre has is no part of the office's register: neither its place nor its baseline moves by it.
    [Fact]
    public async Task Pull_WithCentre_GivesItsEntriesOutAndLeavesTheBaseline()
    {
        await PushProfileAsync();
        await _client.PushPartyAsync(Write(Members, Member(1)));
        var offices = new List<string>();
        var options = new PullOptions { WithCentre = true, FromStart = true, OnEntry = (entry, _) => Take(entry) };

        var report = await _client.PullAsync(options);
        (report.Entries, report.Changes).ShouldBe((2, 2));
        offices.ShouldBe(["RI", Voters.Office]);

        (await _client.PullAsync(options with { FromStart = false })).Entries.ShouldBe(0);
        (await _client.PullAsync()).Entries.ShouldBe(0);
        (await _client.PushPartyAsync(Write(Members, Member(1)))).Delta.Unchanged.ShouldBe(1);
        (await _client.ListPartiesAsync()).ShouldHaveSingleItem().Profile.Abbreviation.ShouldBe("BURUH");

        ValueTask Take(Entry entry)
        {
            offices.Add(entry.OfficeCode);
            return ValueTask.CompletedTask;
        }
    }

    // One row a person, one change an area.
    [Fact]
    public async Task Push_AManagement_JoinsTheRowsOfItsArea()
    {
        await PushProfileAsync();
        var report = await _client.PushPartyAsync(Write(
            "PARTAI;TINGKAT;WILAYAH;SK;NAMA;JABATAN;JK", "6;KABUPATEN;5201;SK-1;AMAQ SAHRI;KETUA;L", "6;KECAMATAN;52.01.01;SK-2;INAQ MURNI;KETUA;P", "6;KABUPATEN;5201;SK-1;BAIQ RATNA;SEKRETARIS;P"));
        (report.Delta.Rows, report.Delta.Items, report.Outcomes.Applied).ShouldBe((3, 2, 2));
    }

    [Theory]
    [InlineData("WIRASWASTA", MemberOccupation.Other)]
    [InlineData("PENSIUNAN PNS", MemberOccupation.Other)]
    [InlineData("PURNAWIRAWAN TNI", MemberOccupation.Other)]
    [InlineData("PNS", MemberOccupation.CivilServant)]
    [InlineData("PEGAWAI NEGERI SIPIL (PNS)", MemberOccupation.CivilServant)]
    [InlineData("TNI-AD", MemberOccupation.Military)]
    [InlineData("ANGGOTA POLRI", MemberOccupation.Police)]
    [InlineData("", MemberOccupation.Unspecified)]
    public void Occupation_AsPeopleWriteIt_SaysWhetherItExcludes(string text, MemberOccupation expected) =>
        Parties.PartyCodes.OccupationOf(text).ShouldBe(expected);

    private static string Member(int n, string? card = null, string occupation = "PETANI", string leaves = "") =>
        $"6;{card ?? $"KTA-{n}"};{Voters.Nik(n)};ANGGOTA {(char)('A' + n)};L;12-01-1987;S;{occupation};DUSUN SATU;520101;5201012002;{leaves}";

    private string Write(params string[] lines) => _world.Files.Write("partai.csv", string.Join("\n", lines) + "\n");

    private async Task PushProfileAsync()
    {
        var centre = _world.Open("centre");
        await centre.InitAsync(new InitOptions
        {
            Server = new Uri(_world.Server.Address),
            Office = "RI",
            Credential = await _world.Server.IssueTokenAsync("RI", Role.Administrator),
        });
        (await centre.PushPartyAsync(_world.Files.Write("profil.csv", "PARTAI;NAMA;SINGKATAN\n6;PARTAI BURUH;BURUH\n"))).Outcomes.Applied.ShouldBe(1);
    }
}
