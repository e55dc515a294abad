using KpuSync.Storage.Access;
using KpuSync.TestKit.Servers;
using Microsoft.Extensions.DependencyInjection;

namespace KpuSync.Console.Tests;

/// <summary>Signing in at an OpenID Connect authority.</summary>
[Collection(SharedBrowser.Name)]
public sealed class OpenIdTests(Browser browser) : IAsyncLifetime
{
    private FakeAuthority _authority = null!;
    private ConsoleServer _server = null!;
    private IPage _page = null!;

    public async Task InitializeAsync()
    {
        _authority = await FakeAuthority.StartAsync();
        _server = await ConsoleServer.StartAsync(("Credentials:Authority", _authority.Address), ("Console:ClientId", "konsol"), ("Console:ClientSecret", "rahasia"));
        _page = await browser.NewPageAsync(_server.Address);
    }

    public async Task DisposeAsync()
    {
        await _page.Context.DisposeAsync();
        await _server.DisposeAsync();
        await _authority.DisposeAsync();
    }

    [Fact]
    public async Task Administrator_OfAProvince_SignsInAndComesBackToThePage()
    {
        _authority.Person = Person("P52", "administrator");
        await _page.GotoAsync("/ganda");
        await SignInAsync();

        await _page.Heading("Ganda: Nusa Tenggara Barat (P52)").WaitForAsync();
        var cookie = (await _page.Context.CookiesAsync()).Single(c => c.Name == "kpusync");
        (cookie.HttpOnly, cookie.SameSite).ShouldBe((true, SameSiteAttribute.Lax));
    }

    [Theory]
    [InlineData("5201", "operator")]
    [InlineData("P52", "king")]
    [InlineData("", "administrator")]
    public async Task Account_ThatTheConsoleIsNotFor_IsToldSo(string office, string role)
    {
        _authority.Person = Person(office, role);
        await _page.GotoAsync("/");
        await SignInAsync();

        await _page.GetByRole(AriaRole.Alert).WaitForAsync();
        (await _page.GetByRole(AriaRole.Alert).InnerTextAsync()).ShouldContain("tidak berhak atas konsol");
        await _page.GotoAsync("/ganda");
        await _page.Heading("Masuk").WaitForAsync();
    }

    [Fact]
    public async Task Subject_Revoked_LosesTheOpenPageAndCannotSignInAgain()
    {
        _authority.Person = Person("P52", "administrator");
        await _page.GotoAsync("/");
        await SignInAsync();
        await _page.Heading("Sekilas: Nusa Tenggara Barat (P52)").WaitForAsync();

        (await _server.Server.Services.GetRequiredService<CredentialStore>().RevokeSubjectAsync("pegawai-7", TimeProvider.System.GetUtcNow(), default)).ShouldBeTrue();
        await _page.Heading("Masuk").WaitForAsync();
        await SignInAsync();
        await _page.GetByRole(AriaRole.Alert).WaitForAsync();
        (await _page.GetByTestId("who").CountAsync()).ShouldBe(0);
    }

    private static Dictionary<string, object> Person(string office, string role) => new() { ["sub"] = "pegawai-7", ["office"] = office, ["role"] = role };

    private Task SignInAsync() => _page.GetByRole(AriaRole.Link, new() { Name = "Masuk dengan akun KPU" }).ClickAsync();
}
