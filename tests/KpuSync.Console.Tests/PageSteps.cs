namespace KpuSync.Console.Tests;

/// <summary>What somebody does on a page.</summary>
internal static class PageSteps
{
    /// <summary>Opens a one-time link and signs in with it.</summary>
    public static async Task SignInAsync(this IPage page, string link)
    {
        await page.GotoAsync(link);
        await page.GetByRole(AriaRole.Button, new() { Name = "Masuk", Exact = true }).ClickAsync();
        await page.GetByTestId("who").WaitForAsync();
    }

    /// <summary>Opens a page of the console by its path, and waits until it shows its heading.</summary>
    public static async Task OpenAsync(this IPage page, string path, string heading)
    {
        await page.GotoAsync(path);
        await page.Heading(heading).WaitForAsync();
    }

    /// <summary>The heading of the page.</summary>
    public static ILocator Heading(this IPage page, string text) => page.GetByRole(AriaRole.Heading, new() { Name = text, Level = 1 });
}
