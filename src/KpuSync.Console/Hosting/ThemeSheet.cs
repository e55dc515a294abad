using System.Text;
using System.Text.RegularExpressions;
using KpuSync.Console.Layout;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;
using MudBlazor;

namespace KpuSync.Console.Hosting;

/// <summary>
/// The theme as a style sheet. MudBlazor would put it into every page as style elements, and those are what the content security policy forbids.
/// </summary>
internal static partial class ThemeSheet
{
    public static async Task<byte[]> RenderAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, scope.ServiceProvider.GetRequiredService<ILoggerFactory>());
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(MudThemeProvider.Theme)] = ConsoleTheme.Theme });
            return (await renderer.RenderComponentAsync<MudThemeProvider>(parameters)).ToHtmlString();
        });
        return Encoding.UTF8.GetBytes(string.Join('\n', StyleElement().Matches(html).Select(match => match.Groups[1].Value)));
    }

    [GeneratedRegex("<style[^>]*>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex StyleElement();
}
