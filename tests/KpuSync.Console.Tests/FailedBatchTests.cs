using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Replay;
using KpuSync.Rules.Values;
using KpuSync.Storage.Access;
using KpuSync.TestKit.Changes;
using Microsoft.Extensions.DependencyInjection;

namespace KpuSync.Console.Tests;

/// <summary>A batch that failed: found, understood, replayed or discarded.</summary>
[Collection(SharedBrowser.Name)]
public sealed class FailedBatchTests(Browser browser) : IAsyncLifetime
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
    public async Task FailedBatch_WhoseReasonIsGone_IsPreviewedAndReplayed()
    {
        // The NIK was somebody else's, who has moved away since.
        await Server.PushAsync("5201", VoterExamples.Remove(VoterExamples.NikOf(1), RemovalGround.MovedAway));
        await _page.OpenAsync("/batch-gagal", "Batch gagal: Nusa Tenggara Barat (P52)");
        await _page.GetByRole(AriaRole.Link, new() { Name = "Batch gagal 5201 #2" }).ClickAsync();
        await _page.Heading("Batch gagal Kabupaten Lombok Barat (5201) #2").WaitForAsync();
        await _page.GetByRole(AriaRole.Cell).GetByText("NIK_TAKEN").WaitForAsync();

        await _page.GetByRole(AriaRole.Button, new() { Name = "Pratinjau" }).ClickAsync();
        await _page.GetByText("Jika diulang sekarang").WaitForAsync();
        await _page.GetByText("diterapkan").WaitForAsync();
        (await _page.GetByRole(AriaRole.Row).Filter(new() { HasText = "********0001" }).Last.InnerTextAsync()).ShouldContain("********0003");
        await _page.GetByLabel("Alasan").FillAsync("pemilik NIK itu sudah pindah");
        await _page.GetByRole(AriaRole.Button, new() { Name = "Ulangi yang dipilih" }).ClickAsync();
        await _page.GetByTestId("job").Filter(new() { HasText = "diterapkan 1" }).WaitForAsync();
        await _page.GetByRole(AriaRole.Cell, new() { Name = "sudah diulang" }).WaitForAsync();
    }

    [Fact]
    public async Task Job_ThatGoesOn_IsStoppedAndLeavesTheRestParked()
    {
        await using var idle = await ConsoleServer.StartIdleAsync();
        await SeededConsole.SeedAsync(idle);
        var request = new ReplayRequest
        {
            Filter = new FailedFilter { Range = "5201" },
            Reason = "mulai saja",
            RequestId = Guid.NewGuid().ToString(),
            ConfirmedChanges = 1,
        };
        (await idle.Server.Services.GetRequiredService<FailedJobHandler>().ReplayAsync(new Caller("admin-52", Role.Administrator, OfficeCode.Parse("P52")), request, default)).IsOk.ShouldBeTrue();

        var page = await browser.NewPageAsync(idle.Address);
        await page.SignInAsync(await idle.LinkAsync());
        await page.OpenAsync("/batch-gagal", "Batch gagal: Nusa Tenggara Barat (P52)");
        var job = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "mulai saja" });
        await job.GetByRole(AriaRole.Button).ClickAsync();
        await job.GetByText("dihentikan").WaitForAsync();
        (await job.GetByRole(AriaRole.Button).CountAsync()).ShouldBe(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "Batch gagal 5201 #2" }).WaitForAsync();
    }

    [Fact]
    public async Task Discard_WithScriptInItsReason_ShowsItAsText()
    {
        const string reason = "<script>document.title='taken'</script><b>salah kirim</b>";
        await _page.OpenAsync(SeededConsole.FailedPath, "Batch gagal Kabupaten Lombok Barat (5201) #2");
        await _page.GetByLabel("Alasan").FillAsync(reason);
        await _page.GetByRole(AriaRole.Button, new() { Name = "Buang yang dipilih" }).ClickAsync();
        await _page.GetByRole(AriaRole.Cell, new() { Name = "dibuang" }).WaitForAsync();

        await _page.OpenAsync("/batch-gagal", "Batch gagal: Nusa Tenggara Barat (P52)");
        await _page.GetByText(reason).WaitForAsync();
        (await _page.TitleAsync()).ShouldBe("Batch gagal - KpuSync");
    }

    [Fact]
    public async Task SignIn_ThatEndsInTheMiddleOfAForm_KeepsWhatWasTyped()
    {
        await _page.OpenAsync(SeededConsole.FailedPath, "Batch gagal Kabupaten Lombok Barat (5201) #2");
        await _page.GetByLabel("Alasan").FillAsync("alasan yang panjang");
        await Server.Server.Services.GetRequiredService<CredentialStore>().RevokeAsync(id: null, "P52", TimeProvider.System.GetUtcNow(), default);
        await _page.GetByRole(AriaRole.Button, new() { Name = "Ulangi yang dipilih" }).ClickAsync();
        await _page.Heading("Masuk").WaitForAsync();

        await _page.GotoAsync(await Server.LinkAsync());
        await _page.GetByRole(AriaRole.Button, new() { Name = "Masuk" }).ClickAsync();
        await _page.Heading("Batch gagal Kabupaten Lombok Barat (5201) #2").WaitForAsync();
        await Assertions.Expect(_page.GetByLabel("Alasan")).ToHaveValueAsync("alasan yang panjang");
    }
}
