using KpuSync.Client.Tests.Support;
using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Duplicates;
using Microsoft.Extensions.DependencyInjection;

namespace KpuSync.Client.Tests.Server;

/// <summary>Party data from files, over a real server.</summary>
[Trait("Database", "sqlite")]
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
    public async Task Push_AColumnThatIsMisspelt_IsNamedWithTheOneThatItMayBe()
    {
        await PushProfileAsync();
        var report = await _client.PushPartyAsync(Write(
            Members.Replace("KELUAR", "KELUARR", StringComparison.Ordinal) + ";KOREKSI;ALASAN;REASON", Member(1, leaves: "MUNDUR") + ";;;"));
        report.Outcomes.Applied.ShouldBe(1);
        var finding = report.Findings.ShouldHaveSingleItem();
        (finding.Row, finding.Column, finding.Code, finding.Severity).ShouldBe((1, "KELUARR", "HEADER_COLUMN_UNKNOWN", Severity.Warning));
        finding.Text.English.ShouldEndWith("KELUAR.");
    }

    [Fact]
    public async Task Push_ATellingColumnThatIsMisspelt_IsTheOneThatIsMissing()
    {
        var e = await Should.ThrowAsync<FileException>(() => _client.PushPartyAsync(Write("PARTAI;NIK;TGL_KLARIFKASI;DOKUMEN", $"6;{Voters.Nik(1)};2025-06-01;BA-1")));
        (e.Code, e.Text.English).ShouldBe(("HEADER_COLUMN_MISSING", "Column TGL_KLARIFIKASI is missing from the header. The closest that stands there: TGL_KLARIFKASI."));
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
        (report.Entries, report.Changes).ShouldBe((2, 3));
        offices.ShouldBe(["RI", Voters.Office]);

        (await _client.PullAsync(options with { FromStart = false })).Entries.ShouldBe(0);
        (await _client.PullAsync()).Entries.ShouldBe(0);
        (await _client.PushPartyAsync(Write(Members, Member(1)))).Delta.Unchanged.ShouldBe(1);
        (await _client.ListPartiesAsync()).Select(p => p.Profile.Abbreviation).ShouldBe(["BURUH", "GELORA"]);

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

    [Fact]
    public async Task Push_AWholeList_TakesOutWhoIsNotInItAndNobodyElsewhere()
    {
        await PushProfileAsync();
        await _client.PushPartyAsync(Write(Members, Member(1), Member(2), Member(3), Member(4, party: 7)));
        await _client.PushPartyAsync(Write(Members, Member(3, leaves: "MUNDUR")));

        var whole = Write(Members, Member(1));
        var stop = await Should.ThrowAsync<MassRemovalException>(() => _client.PushPartyAsync(whole, Left()));
        (stop.Code, stop.Parties.ShouldHaveSingleItem()).ShouldBe(("MEMBER_MASS_REMOVAL", new PartyCount(6, 1, 2)));
        (await _client.StatusAsync()).ChangesWaiting.ShouldBe(0);

        var report = await _client.PushPartyAsync(whole, Left() with { ConfirmMassRemoval = true });
        (report.Delta.Unchanged, report.Delta.Items, report.Delta.Gone, report.Outcomes.Applied).ShouldBe((1, 0, 1, 1));
        ((await _client.CheckPartyAsync(6)).Members, (await _client.CheckPartyAsync(7)).Members).ShouldBe((1, 1));

        // Who is out is not taken out again.
        (await _client.PushPartyAsync(whole, Left())).Delta.ShouldBe(default(DeltaCounts) with { Rows = 1, Unchanged = 1 });
    }

    [Fact]
    public async Task Push_AWholeListAfterANoteOnARemoval_KnowsThatTheMemberIsOut()
    {
        await PushProfileAsync();
        await _client.PushPartyAsync(Write(Members, Member(1), Member(2)));
        var batch = new Batch { OfficeCode = Voters.Office, ProducerId = Guid.NewGuid().ToString(), BatchId = Guid.NewGuid().ToString(), Sequence = 1 };
        batch.Changes.Add(new Change { PartyMemberRemoval = new PartyMemberRemoval { PartyNumber = 6, CardNumber = "KTA-2", Ground = MemberRemovalGround.Dismissed, Note = "SURAT 7" } });
        var other = _world.Server.ClientFor(await _world.Server.IssueTokenAsync(Voters.Office));
        (await other.PushBatchAsync(new PushBatchRequest { Batch = batch })).Envelope.Receipt.Counts.Applied.ShouldBe(1);

        await _client.PullAsync();
        (await _client.PushPartyAsync(Write(Members, Member(1)), Left())).Delta.Gone.ShouldBe(0);
    }

    [Fact]
    public async Task Push_AWholeListWithABadRow_TakesItsMemberNotOut()
    {
        await PushProfileAsync();
        await _client.PushPartyAsync(Write(Members, Member(1), Member(2)));
        var report = await _client.PushPartyAsync(Write(Members, Member(1), Member(2, occupation: "")), Left());
        (report.Delta.Unreadable, report.Delta.Gone).ShouldBe((1, 0));
    }

    [Fact]
    public async Task Push_AWholeListWithARowThatMayBeAnybody_TakesNobodyOut()
    {
        await PushProfileAsync();
        await _client.PushPartyAsync(Write(Members, Member(1), Member(2)));
        var report = await _client.PushPartyAsync(Write(Members, Member(1), Member(2, card: "KTA?2")), Left() with { ConfirmMassRemoval = true });
        report.Delta.Gone.ShouldBe(0);
        report.Findings.Select(f => f.Code).ShouldBe(["MEMBERS_GONE_UNCERTAIN", "PARTY_CARD_MALFORMED"]);
    }

    [Fact]
    public async Task Push_AnotherKindOfFileAsAWholeList_IsRefused() =>
        (await Should.ThrowAsync<KpuSyncException>(() => _client.PushPartyAsync(Write("PARTAI;NAMA;SINGKATAN", "6;PARTAI BURUH;BURUH"), Left()))).Code.ShouldBe("OPTION_INVALID");

    // Somebody in two lists: one party may keep the person, the other may not.
    [Fact]
    public async Task Push_StatementsFromAFile_SettleWhoIsInTwoLists()
    {
        await PushProfileAsync();
        await _client.PushPartyAsync(Write(Members, Member(1), Member(2), Member(1, card: "KTA-7", party: 7), Member(2, card: "KTA-8", party: 7)));
        (await DoublesAsync(6)).ShouldBe([(1, MemberStatus.Mendable), (2, MemberStatus.Mendable)]);

        var file = Write("PARTAI;NIK;TGL_KLARIFIKASI;DOKUMEN", $"6;{Voters.Nik(1)};01-06-2025;BA-1", $"0;{Voters.Nik(2)};01-06-2025;BA-2");
        (await _client.PushPartyAsync(file)).Outcomes.Applied.ShouldBe(2);
        (await DoublesAsync(6)).ShouldBe([(2, MemberStatus.NotEligible)]);
        (await DoublesAsync(7)).ShouldBe([(1, MemberStatus.NotEligible), (2, MemberStatus.NotEligible)]);
        (await _client.PushPartyAsync(file)).Delta.Unchanged.ShouldBe(2);
    }

    [Fact]
    public async Task Push_AComplaint_OpensAndTheFindingEndsIt()
    {
        await PushProfileAsync();
        await _client.PushPartyAsync(Write(Members, Member(1)));
        foreach (var (finding, expected) in new[] { ("DIPERIKSA", MemberStatus.Mendable), ("TERBUKTI", MemberStatus.NotEligible), ("tidak terbukti", default(MemberStatus?)) })
        {
            var report = await _client.PushPartyAsync(Write("PARTAI;NIK;TGL_ADUAN;HASIL_ADUAN;DOKUMEN", $"6;{Voters.Nik(1)};2025-06-01;{finding};ADUAN-1"));
            report.Outcomes.Applied.ShouldBe(1, finding);
            var problem = (await _client.CheckPartyAsync(6)).Findings.SelectMany(f => f.Problems).FirstOrDefault(p => p.Problem == MemberProblem.WithoutConsent);
            (problem?.Status).ShouldBe(expected, finding);
        }
    }

    [Fact]
    public async Task Push_BadStatementsAndComplaints_AreNamedByColumn()
    {
        await PushProfileAsync();
        var statements = await _client.PushPartyAsync(Write(
            "PARTAI;NIK;TGL_KLARIFIKASI;DOKUMEN", $";{Voters.Nik(1)};01-06-2025;BA-1", $"6;{Voters.Nik(2)};31-06-2025;BA-2", $"6;{Voters.Nik(3)};01-06-2025;{Voters.Nik(3)}"));
        statements.Findings.Select(f => (f.Row, f.Column, f.Code)).ShouldBe(
            [(2, "PARTAI", "FIELD_REQUIRED"), (3, "TGL_KLARIFIKASI", "DATE_NOT_EXISTING"), (4, "DOKUMEN", "TEXT_HOLDS_IDENTITY_NUMBER")]);

        var complaints = await _client.PushPartyAsync(Write(
            "PARTAI;NIK;TGL_ADUAN;HASIL_ADUAN;DOKUMEN", $"6;{Voters.Nik(1)};2025-06-01;;A-1", $"6;{Voters.Nik(2)};2025-06-01;MUNGKIN;A-2"));
        complaints.Findings.Select(f => (f.Row, f.Column, f.Code)).ShouldBe([(2, "HASIL_ADUAN", "FIELD_REQUIRED"), (3, "HASIL_ADUAN", "CODE_UNKNOWN")]);
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

    private static PartyPushOptions Left() => new() { GoneAs = MemberRemovalGround.Resigned };

    private static string Member(int n, string? card = null, string occupation = "PETANI", string leaves = "", int party = 6) =>
        $"{party};{card ?? $"KTA-{n}"};{Voters.Nik(n)};ANGGOTA {(char)('A' + n)};L;12-01-1987;S;{occupation};DUSUN SATU;520101;5201012002;{leaves}";

    private string Write(params string[] lines) => _world.Files.Write("partai.csv", string.Join("\n", lines) + "\n");

    // By the number of the voter, who is in no register here, so that every member has another problem too.
    private async Task<IReadOnlyList<(int Voter, MemberStatus Status)>> DoublesAsync(int party)
    {
        var check = await _client.CheckPartyAsync(party);
        return
        [
            .. check.Findings
                .SelectMany(f => f.Problems.Where(p => p.Problem == MemberProblem.DoubleBetweenParties).Select(p => (f.Name[^1] - 'A', p.Status)))
                .OrderBy(d => d.Item1),
        ];
    }

    private async Task PushProfileAsync()
    {
        var centre = _world.Open("centre");
        await centre.InitAsync(new InitOptions
        {
            Server = new Uri(_world.Server.Address),
            Office = "RI",
            Credential = await _world.Server.IssueTokenAsync("RI", Role.Administrator),
        });
        (await centre.PushPartyAsync(_world.Files.Write("profil.csv", "PARTAI;NAMA;SINGKATAN\n6;PARTAI BURUH;BURUH\n7;PARTAI GELORA;GELORA\n"))).Outcomes.Applied.ShouldBe(2);
    }
}
