using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace KpuSync.Console.Tests;

/// <summary>No page has a serious finding of axe, at either width, in either language.</summary>
[Collection(SharedBrowser.Name)]
public sealed class AccessibilityTests(Browser browser, SeededConsole seeded) : IClassFixture<SeededConsole>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/tertahan")]
    [InlineData(SeededConsole.HoldPath)]
    [InlineData("/ganda")]
    [InlineData("/ganda/1")]
    [InlineData("/batch-gagal")]
    [InlineData(SeededConsole.FailedPath)]
    [InlineData("/partai?kantor=5201&partai=6")]
    [InlineData("/rekap")]
    [InlineData("/jejak")]
    [InlineData("/kredensial")]
    public async Task Page_SignedIn_HasNoSeriousFinding(string path)
    {
        var page = await browser.NewPageAsync(seeded.Server.Address);
        await page.SignInAsync(await seeded.Server.LinkAsync());
        foreach (var width in new[] { 1280, 390 })
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.GotoAsync(path);
            await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).WaitForAsync();
            SeriousOf(await page.RunAxe()).ShouldBeEmpty();
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        }

        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task SignIn_InEnglish_HasNoSeriousFinding()
    {
        var page = await browser.NewPageAsync(seeded.Server.Address);
        await page.GotoAsync("/bahasa/en?kembali=/masuk");
        await page.Heading("Sign in").WaitForAsync();
        (await page.Locator("html").GetAttributeAsync("lang")).ShouldBe("en");
        SeriousOf(await page.RunAxe()).ShouldBeEmpty();
        await page.Context.DisposeAsync();
    }

    private static IEnumerable<string> SeriousOf(AxeResult result) =>
        from violation in result.Violations
        where violation.Impact is "serious" or "critical"
        from node in violation.Nodes
        select $"{violation.Id}: {node.Html}";
}
