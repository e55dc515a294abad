using KpuSync.Console.Localization;
using KpuSync.Rules.Registry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace KpuSync.Console.Hosting;

/// <summary>Remembers the language that somebody chose.</summary>
internal static class LanguageEndpoint
{
    public static void MapLanguage(this IEndpointRouteBuilder app, ConsoleSettings settings) =>
        app.MapGet(ConsolePaths.Language + "/{tag}", (HttpContext context, string tag, string? kembali) =>
        {
            context.Response.Cookies.Append(Speech.CookieName, Languages.Tag(Languages.From(tag)), new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Lax,
                Secure = settings.IsHttps,
                MaxAge = TimeSpan.FromDays(365),
            });
            return Results.LocalRedirect(ConsolePaths.Local(kembali));
        }).AllowAnonymous();
}
