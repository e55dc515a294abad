using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace KpuSync.Console.Hosting;

/// <summary>What browsers are told to forbid: everything that a page of the console does not need.</summary>
internal static class SecurityHeaders
{
    // No inline script, no eval, nothing from elsewhere. MudBlazor sets style attributes (widths of bars and drawers), so those alone may be inline; style
    // elements may not: the theme is a file of its own.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; style-src-elem 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; font-src 'self'; "
        + "connect-src 'self'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this IApplicationBuilder app, bool isHttps) => app.Use((context, next) =>
    {
        // When the answer begins: an error clears what was set before.
        context.Response.OnStarting(() =>
        {
            Set(context, isHttps);
            return Task.CompletedTask;
        });
        return next(context);
    });

    private static void Set(HttpContext context, bool isHttps)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XFrameOptions = "DENY";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        if (isHttps)
            headers.StrictTransportSecurity = "max-age=31536000";

        // Pages hold personal data: nothing of them may stay on the disk of a computer that others use too.
        if (!context.Request.Path.StartsWithSegments(AssetFiles.Root.TrimEnd('/'), StringComparison.Ordinal))
            headers.CacheControl = "no-store";
    }
}
