using KpuSync.Console.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace KpuSync.Console.Hosting;

/// <summary>What is asked for by a plain request and not on an open page: only a request can set a cookie.</summary>
internal static class SignInEndpoints
{
    public static void MapSignIn(this IEndpointRouteBuilder app, ConsoleSettings settings)
    {
        // Taking a form makes ASP.NET Core check the antiforgery token before.
        app.MapPost(ConsolePaths.SignInCode, RedeemAsync).AllowAnonymous();
        app.MapPost(ConsolePaths.SignOut, SignOutAsync);
        if (settings.OpenId is not null)
        {
            app.MapGet(ConsolePaths.SignInOpenId, (string? kembali) => Results.Challenge(
                new AuthenticationProperties { RedirectUri = ConsolePaths.Local(kembali) }, [OpenIdConnectDefaults.AuthenticationScheme])).AllowAnonymous();
        }
    }

    private static async Task<IResult> RedeemAsync(
        HttpContext context, [FromForm] string kode, [FromForm] string? kembali, ISignInLinks links, ConsoleSignIn signIn, ConsoleSettings settings)
    {
        var path = ConsolePaths.Local(kembali);
        if (await links.RedeemAsync(kode.Trim(), settings.SessionMax, context.RequestAborted) is not { } caller || !ConsoleSignIn.IsFor(caller.Role))
            return Results.LocalRedirect($"{ConsolePaths.SignInFor(path)}&gagal=1");

        await signIn.SignInAsync(context, caller, isOwn: true);
        return Results.LocalRedirect(path);
    }

    // The form is read for its antiforgery token: nobody is to be signed out by another site's page.
    private static async Task<IResult> SignOutAsync(HttpContext context, IFormCollection form, ConsoleSignIn signIn)
    {
        _ = form;
        await signIn.SignOutAsync(context);
        return Results.LocalRedirect($"{ConsolePaths.SignIn}?keluar=1");
    }
}
