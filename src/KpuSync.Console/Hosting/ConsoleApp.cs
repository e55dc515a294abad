using KpuSync.Console.Access;
using KpuSync.Console.Layout;
using KpuSync.Console.Localization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using MudBlazor.Services;

namespace KpuSync.Console.Hosting;

/// <summary>
/// Puts the console together: a web application of its own inside the server, so that nothing of it answers on the API's addresses and nothing of the API
/// on its own.
/// </summary>
public static class ConsoleApp
{
    /// <summary>Builds it; nothing listens yet.</summary>
    /// <param name="settings">What it is told.</param>
    /// <param name="configuration">The server's configuration, for Kestrel's certificates.</param>
    /// <param name="listen">Says where to listen.</param>
    /// <param name="share">Adds what the server shares: Core's handlers, the interfaces of <c>KpuSync.Console.Access</c>, the clock, logging, the key ring.</param>
    public static async Task<WebApplication> BuildAsync(
        ConsoleSettings settings, IConfiguration configuration, Action<KestrelServerOptions> listen, Action<IServiceCollection> share)
    {
        // Always as in production: in development ASP.NET Core would look for its own places of static files.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = Environments.Production });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddConfiguration(configuration);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            listen(kestrel);
        });
        builder.Services.AddSingleton(settings);
        share(builder.Services);
        AddConsole(builder.Services, settings);

        var app = builder.Build();
        app.Services.GetRequiredService<AssetFiles>().Add("theme.css", await ThemeSheet.RenderAsync(app.Services));
        if (settings.PublicAddress is { } address)
            app.UsePublicAddress(address);
        app.UseSecurityHeaders(settings.IsHttps);
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/galat",
            CreateScopeForErrors = true,
            StatusCodeSelector = exception => exception is Microsoft.AspNetCore.Http.BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
        });
        app.UseStatusCodePagesWithReExecute("/tidak-ada", createScopeForStatusCodePages: true);

        // A page that tells of a failure is read, whatever was being sent when it happened.
        app.Use((context, next) =>
        {
            if (context.Features.Get<IExceptionHandlerPathFeature>() is not null || context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
                context.Request.Method = HttpMethods.Get;
            return next(context);
        });
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapGet(AssetFiles.Root + "{name}", (HttpContext context, string name, AssetFiles files) => files.ServeAsync(context, name)).AllowAnonymous();
        app.MapSignIn(settings);
        app.MapLanguage(settings);
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
        return app;
    }

    private static void AddConsole(IServiceCollection services, ConsoleSettings settings)
    {
        services.AddSingleton<AssetFiles>();
        services.AddSingleton<ConsoleSessions>();
        services.AddSingleton<ConsoleSignIn>();
        services.AddScoped<CurrentSession>();
        services.AddScoped<CircuitHandler, ActivityHandler>();
        services.AddScoped<Desk>();
        services.AddScoped<Speech>();
        services.AddScoped<IStringLocalizer<Words>, WordLocalizer>();
        services.AddHttpContextAccessor();
        services.AddConsoleAuthentication(settings);
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "kpusync-antiforgery";
            antiforgery.Cookie.HttpOnly = true;
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.SecurePolicy = settings.IsHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        });
        services.AddMudServices();
        services.AddRazorComponents().AddInteractiveServerComponents();

        // The server itself listens to signals, and stops the console when it stops.
        services.Replace(ServiceDescriptor.Singleton<IHostLifetime, QuietLifetime>());
    }

    private sealed class QuietLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
