using KpuSync.Client.Tests.Support;
using KpuSync.Contracts.V1;
using KpuSync.Core.Access;

namespace KpuSync.Client.Tests.Server;

/// <summary>The file of rows to be mended, for reports and party data: what is pushed of it names the change that it replaces.</summary>
[Trait("Database", "sqlite")]
public sealed class ItemCorrectionTests : IAsyncLifetime
{
    private const string Members = "PARTAI;KTA;NIK;NAMA;JK;TGL_LHR;STS;PEKERJAAN;ALAMAT;KECAMATAN;DESA";

    private OfficeWorld _world = null!;
    private KpuSyncClient _client = null!;

    public async Task InitializeAsync()
    {
        _world = await OfficeWorld.StartAsync();
        _client = await _world.InitAsync();
        var centre = _world.Open("centre");
        await centre.InitAsync(new InitOptions
        {
            Server = new Uri(_world.Server.Address),
            Office = "RI",
            Credential = await _world.Server.IssueTokenAsync("RI", Role.Administrator),
        });
        await centre.PushPartyAsync(_world.Files.Write("profil.csv", "PARTAI;NAMA;SINGKATAN\n6;PARTAI BURUH;BURUH\n"));
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task PushParty_TheMendedFile_NamesTheChangeThatEachRowReplaces()
    {
        var report = await PushTwoOnOneCardAsync();
        var mended = await MendAsync(report, "KTA-1", "KTA-2");

        (await _client.PushPartyAsync(mended)).Outcomes.Applied.ShouldBe(1);
        (await SentAsync()).Select(c => c.Corrects).ShouldBe([null, null, new ChangeRef { Sequence = 1, Index = 1 }]);
    }

    [Fact]
    public async Task PushParty_MendedInVain_IsReportedUnderItsNewPlaceOnly()
    {
        var report = await PushTwoOnOneCardAsync();
        var again = await _client.PushPartyAsync(await MendAsync(report, "ANGGOTA C", "ANGGOTA D"));

        again.Outcomes.Rejected.ShouldBe(1);
        var lines = await File.ReadAllLinesAsync(again.ReportFiles.ShouldHaveSingleItem());
        lines[0].Split(',').Count(h => h == "KOREKSI").ShouldBe(1);
        lines[1].ShouldContain(",2:0,");
    }

    [Fact]
    public async Task PushProgress_MendedSoThatItCannotBeRead_StillNamesWhatItMends()
    {
        var report = await _client.PushProgressAsync(_world.Files.Write("progres.csv", "BULAN;PAGU_AWAL;REALISASI;KOREKSI\n2025-01;100;lima;3:0\n"));
        (await File.ReadAllLinesAsync(report.ReportFiles.ShouldHaveSingleItem()))[1].ShouldStartWith("2025-01,100,lima,3:0,");
    }

    [Fact]
    public async Task PushParty_RowsOfOneManagement_CorrectAsOne()
    {
        const string Header = "PARTAI;TINGKAT;WILAYAH;SK;NAMA;JABATAN;JK;KOREKSI";
        var file = _world.Files.Write("pengurus.csv", $"{Header}\n6;KABUPATEN;5201;SK-1;AMAQ SAHRI;KETUA;L;\n6;KABUPATEN;5201;SK-1;BAIQ RATNA;SEKRETARIS;P; 4:7\n");
        await _client.PushPartyAsync(file);
        (await SentAsync()).ShouldHaveSingleItem().Corrects.ShouldBe(new ChangeRef { Sequence = 4, Index = 7 });
    }

    [Fact]
    public async Task PushProgress_AMendedRow_NamesTheReportThatItReplaces()
    {
        var file = _world.Files.Write("progres.csv", "BULAN;PAGU_AWAL;REALISASI;KOREKSI;ALASAN\n2025-01;100;50;3:0;salah\n");
        await _client.PushProgressAsync(file);
        (await SentAsync()).ShouldHaveSingleItem().Corrects.ShouldBe(new ChangeRef { Sequence = 3 });
    }

    private async Task<PushReport> PushTwoOnOneCardAsync()
    {
        var report = await _client.PushPartyAsync(_world.Files.Write("anggota.csv", $"{Members}\n{Member(1)}\n{Member(2)}\n"));
        report.Outcomes.Rejected.ShouldBe(1);
        return report;
    }

    private static string Member(int n) => $"6;KTA-1;{Voters.Nik(n)};ANGGOTA {(char)('A' + n)};L;12-01-1987;S;PETANI;DUSUN SATU;520101;5201012002";

    private async Task<string> MendAsync(PushReport report, string wrong, string right) => _world.Files.Write(
        "perbaikan.csv", (await File.ReadAllTextAsync(report.ReportFiles.ShouldHaveSingleItem())).Replace(wrong, right, StringComparison.Ordinal));

    private async Task<List<Change>> SentAsync()
    {
        var sent = new List<Change>();
        await _client.PullAsync(new PullOptions
        {
            FromStart = true,
            OnEntry = (entry, _) =>
            {
                sent.AddRange(entry.Batch?.Changes ?? []);
                return ValueTask.CompletedTask;
            },
        });
        return sent;
    }
}
