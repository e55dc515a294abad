using System.Net;
using KpuSync.Core.Access;
using KpuSync.Storage.Access;
using Microsoft.Extensions.DependencyInjection;

namespace KpuSync.Console.Tests;

/// <summary>Who gets in, and how long.</summary>
[Collection(SharedBrowser.Name)]
public sealed class SignInTests(Browser browser) : IAsyncLifetime
{
    private ConsoleServer _server = null!;

    public async Task InitializeAsync() => _server = await ConsoleServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Link_UsedOnce_SignsInAndCannotBeUsedAgain()
    {
        var link = await _server.LinkAsync();
        var page = await browser.NewPageAsync(_server.Address);
        await page.SignInAsync(link);
        await page.Heading("Sekilas: Nusa Tenggara Barat (P52)").WaitForAsync();
        page.Url.ShouldNotContain("#");

        var other = await browser.NewPageAsync(_server.Address);
        await other.GotoAsync(link);
        await other.GetByRole(AriaRole.Button, new() { Name = "Masuk" }).ClickAsync();
        (await other.GetByRole(AriaRole.Alert).InnerTextAsync()).ShouldContain("sudah dipakai");
    }

    [Fact]
    public async Task Link_RedeemedByManyAtOnce_LetsOneIn()
    {
        var code = (await _server.LinkAsync()).Split('#')[1];
        var links = _server.Server.Services.GetRequiredService<KpuSync.Console.Access.ISignInLinks>();
        var callers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => links.RedeemAsync(code, TimeSpan.FromHours(1), default))));
        callers.Count(caller => caller is not null).ShouldBe(1);
    }

    [Fact]
    public async Task Link_InTheDatabase_IsAHashOnly()
    {
        var code = (await _server.LinkAsync()).Split('#')[1];
        var rows = await _server.Server.Services.GetRequiredService<CredentialStore>().ListAsync("P52", default);
        rows.ShouldHaveSingleItem().Id.ShouldNotContain(code);
    }

    [Fact]
    public async Task Session_WhoseCredentialIsRevoked_EndsAtTheNextCall()
    {
        var page = await browser.NewPageAsync(_server.Address);
        await page.SignInAsync(await _server.LinkAsync());
        await _server.Server.Services.GetRequiredService<CredentialStore>().RevokeAsync(id: null, "P52", TimeProvider.System.GetUtcNow(), default);
        await page.GetByRole(AriaRole.Link, new() { Name = "Ganda" }).ClickAsync();
        await page.Heading("Masuk").WaitForAsync();
    }

    [Fact]
    public async Task Page_OfASessionThatIsRevoked_GoesAwayWithoutAClick()
    {
        var page = await browser.NewPageAsync(_server.Address);
        await page.SignInAsync(await _server.LinkAsync());
        await page.Heading("Sekilas: Nusa Tenggara Barat (P52)").WaitForAsync();
        await _server.Server.Services.GetRequiredService<CredentialStore>().RevokeAsync(id: null, "P52", TimeProvider.System.GetUtcNow(), default);
        await page.Heading("Masuk").WaitForAsync();
    }

    [Fact]
    public async Task SignOut_LeavesNothingToComeBackTo()
    {
        var page = await browser.NewPageAsync(_server.Address);
        await page.SignInAsync(await _server.LinkAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Keluar" }).ClickAsync();
        await page.GetByText("Anda sudah keluar.").WaitForAsync();
        await page.GotoAsync("/ganda");
        await page.Heading("Masuk").WaitForAsync();
    }

    [Fact]
    public async Task Auditor_SeesButDoesNotSettle()
    {
        await SeededConsole.SeedAsync(_server);
        var page = await browser.NewPageAsync(_server.Address);
        await page.SignInAsync(await _server.LinkAsync(role: Role.Auditor));
        await page.OpenAsync(SeededConsole.HoldPath, "Tertahan 1:3, Kabupaten Lombok Barat (5201)");
        await page.GetByLabel("Alasan").FillAsync("coba");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tolak perubahan ini" }).ClickAsync();
        await page.GetByRole(AriaRole.Alert).WaitForAsync();
        await page.GetByText("Yang ditahan").WaitForAsync();
    }

    [Fact]
    public async Task Answers_ToAnybody_ForbidWhatAPageDoesNotNeed()
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(_server.Address) };
        using var page = await http.GetAsync(new Uri("/masuk", UriKind.Relative));
        var policy = page.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem();
        policy.ShouldContain("script-src 'self';");
        policy.ShouldNotContain("unsafe-eval");
        page.Headers.GetValues("X-Frame-Options").ShouldBe(["DENY"]);
        page.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        page.Headers.CacheControl!.NoStore.ShouldBeTrue();

        using var inside = await http.GetAsync(new Uri("/ganda", UriKind.Relative));
        (inside.StatusCode, inside.Headers.Location!.PathAndQuery).ShouldBe((HttpStatusCode.Found, "/masuk?kembali=%2Fganda"));
        using var forged = await http.PostAsync(new Uri("/masuk/kode", UriKind.Relative), new FormUrlEncodedContent([new("kode", "x")]));
        forged.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        using var elsewhere = await http.GetAsync(new Uri("/bahasa/en?kembali=//example.org", UriKind.Relative));
        elsewhere.Headers.Location!.OriginalString.ShouldBe("/");
    }
}
