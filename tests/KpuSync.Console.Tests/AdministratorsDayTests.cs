using KpuSync.Contracts.V1;
using KpuSync.Core.Store;
using KpuSync.Rules.Values;
using KpuSync.TestKit.Changes;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;

namespace KpuSync.Console.Tests;

/// <summary>What a province's administrator does in a day.</summary>
[Collection(SharedBrowser.Name)]
public sealed class AdministratorsDayTests(Browser browser) : IAsyncLifetime
{
    private readonly SeededConsole _seeded = new();
    private IPage _page = null!;

    private ConsoleServer Server => _seeded.Server;

    public async Task InitializeAsync()
    {
        await _seeded.InitializeAsync();
        _page = await browser.NewPageAsync(Server.Address);
        await _page.SignInAsync(await Server.LinkAsync());
    }

    public async Task DisposeAsync()
    {
        await _page.Context.DisposeAsync();
        await _seeded.DisposeAsync();
    }

    [Fact]
    public async Task Glance_OfAProvince_ShowsItsOfficesAndWhoHasNotReported()
    {
        await _page.OpenAsync("/?bulan=2026-10", "Sekilas: Nusa Tenggara Barat (P52)");
        var row = _page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Kabupaten Lombok Barat" });
        (await row.InnerTextAsync()).ShouldContain("70,0%");
        await row.GetByRole(AriaRole.Link, new() { Name = "1" }).First.WaitForAsync();
        await _page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Kota Mataram (5271)" }).WaitForAsync();
        (await _page.GetByText("Badung").CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Hold_OfSomebodyOver100_IsVerifiedAndApplied()
    {
        await _page.OpenAsync("/tertahan?kantor=5201", "Tertahan: Kabupaten Lombok Barat (5201)");
        await _page.GetByRole(AriaRole.Link, new() { NameRegex = new("Buka yang tertahan") }).ClickAsync();
        await _page.GetByLabel("Cara pemeriksaan").SelectOptionAsync("Dari pintu ke pintu");
        await _page.GetByLabel("Petugas").FillAsync("PETUGAS 7");
        await _page.GetByLabel("Tanggal pemeriksaan").FillAsync("2026-01-15");
        await _page.GetByLabel("Nomor atau nama dokumen").FillAsync("BA-12/2026");
        await _page.GetByRole(AriaRole.Button, new() { Name = "Catat verifikasi dan lepas" }).ClickAsync();

        await _page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "diterapkan" }).WaitForAsync();
        var (holds, _) = await Server.Server.Services.GetRequiredService<ILedgerReader>().HoldsOfAsync(OfficeCode.Parse("5201"), (0, 0), 10, default);
        holds.ShouldBeEmpty();
    }

    [Fact]
    public async Task Duplicate_Compared_IsDecidedWithAReason()
    {
        await _page.OpenAsync("/ganda", "Ganda: Nusa Tenggara Barat (P52)");
        await _page.GetByRole(AriaRole.Link, new() { Name = "Kasus 1" }).ClickAsync();
        await _page.Heading("Kasus 1").WaitForAsync();
        var name = _page.GetByRole(AriaRole.Row).Filter(new() { HasText = "NIK" }).First;
        (await name.InnerTextAsync()).ShouldContain("********");
        (await name.InnerTextAsync()).ShouldContain("sama");
        await _page.GetByLabel("Sisi 1: 5201").CheckAsync();
        await _page.GetByLabel("Alasan").FillAsync("diperiksa bersama kedua kantor");
        await _page.GetByRole(AriaRole.Button, new() { Name = "Tulis putusan" }).ClickAsync();
        await _page.GetByText("Putusan tercatat").WaitForAsync();
        await _page.GetByText("diperiksa bersama kedua kantor").WaitForAsync();
    }

    [Fact]
    public async Task Recap_Downloaded_OpensWithItsFigures()
    {
        await _page.OpenAsync("/rekap", "Rekap: Nusa Tenggara Barat (P52)");
        var download = await _page.RunAndWaitForDownloadAsync(() => _page.GetByRole(AriaRole.Button, new() { Name = "Unduh XLSX" }).ClickAsync());
        download.SuggestedFilename.ShouldEndWith(".xlsx");
        await using var file = File.OpenRead(await download.PathAsync());
        var rows = file.Query().Cast<IDictionary<string, object?>>().ToList();
        Convert.ToString(rows[0]["A"]).ShouldBe("REKAPITULASI PEMUTAKHIRAN DATA PEMILIH BERKELANJUTAN");
        var total = rows[^1].Values.Select(Convert.ToString).ToList();
        total[2].ShouldBe("Jumlah");
        total.ShouldContain("4");

        var csv = await _page.RunAndWaitForDownloadAsync(() => _page.GetByRole(AriaRole.Button, new() { Name = "Unduh CSV" }).ClickAsync());
        (await File.ReadAllTextAsync(await csv.PathAsync())).ShouldContain("Kabupaten Lombok Barat");
    }

    [Theory]
    [InlineData("/?kantor=P51")]
    [InlineData("/tertahan?kantor=5101")]
    [InlineData("/ganda?kantor=P51")]
    [InlineData("/partai?kantor=5101")]
    [InlineData("/rekap?kantor=5101")]
    [InlineData("/jejak?kantor=RI")]
    [InlineData("/kredensial?kantor=5101")]
    [InlineData("/batch-gagal?kantor=5101")]
    public async Task AnotherProvince_ByItsAddress_IsRefused(string path)
    {
        await _page.GotoAsync(path);
        (await _page.GetByRole(AriaRole.Alert).First.InnerTextAsync()).ShouldContain("tidak");
        (await _page.GetByRole(AriaRole.Table).CountAsync()).ShouldBe(0);
        (await _page.GetByRole(AriaRole.Button, new() { Name = "Terbitkan" }).CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task Ledger_Verified_IsIntactUntilAnEntryIsAltered()
    {
        await _page.OpenAsync("/jejak?kantor=5201", "Jejak audit & verifikasi: Kabupaten Lombok Barat (5201)");
        await _page.GetByRole(AriaRole.Button, new() { Name = "Periksa buku besar 5201" }).ClickAsync();
        await _page.GetByText("Utuh.").WaitForAsync();

        await Server.ExecuteAsync("UPDATE ledger_entry SET actor = 'somebody else' WHERE office = '5201' AND position = 2");
        await _page.GetByRole(AriaRole.Button, new() { Name = "Periksa buku besar 5201" }).ClickAsync();
        (await _page.GetByText("Entri pertama yang tidak cocok").InnerTextAsync()).ShouldContain("posisi 2");
    }

    [Fact]
    public async Task Credential_IssuedOnce_WorksUntilItIsRevoked()
    {
        await _page.OpenAsync("/kredensial?kantor=5202", "Kredensial: Kabupaten Lombok Tengah (5202)");
        await _page.GetByLabel("Catatan").FillAsync("komputer baru");
        await _page.GetByRole(AriaRole.Button, new() { Name = "Terbitkan" }).ClickAsync();
        var token = await _page.GetByTestId("issued").InputValueAsync();
        var client = Server.Server.ClientFor(token);
        var request = new OpenProducerRequest { OfficeCode = "5202", ProducerId = BatchExamples.Producer, ContractVersion = "1.0", Deployment = "trial" };
        (await client.OpenProducerAsync(request)).ShouldNotBeNull();

        await _page.ReloadAsync();
        var row = _page.GetByRole(AriaRole.Row).Filter(new() { HasText = "komputer baru" });
        await row.GetByRole(AriaRole.Button).ClickAsync();
        await row.GetByRole(AriaRole.Button).Filter(new() { HasText = "Ya, cabut sekarang" }).ClickAsync();
        await row.GetByText("dicabut").WaitForAsync();
        (await _page.GetByTestId("issued").CountAsync()).ShouldBe(0);
        (await Should.ThrowAsync<Grpc.Core.RpcException>(async () => await client.OpenProducerAsync(request))).StatusCode.ShouldBe(Grpc.Core.StatusCode.Unauthenticated);
    }
}
