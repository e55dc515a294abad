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
}
