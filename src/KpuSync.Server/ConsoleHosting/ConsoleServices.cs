using KpuSync.Console.Access;
using KpuSync.Server.Configuration;

namespace KpuSync.Server.ConsoleHosting;

/// <summary>What the server gives to the console.</summary>
internal static class ConsoleServices
{
    /// <summary>Adds the console, unless it is switched off.</summary>
    public static IServiceCollection AddConsole(this IServiceCollection services, ConsoleOptions options)
    {
        if (!options.IsOn)
            return services;
        services.AddSingleton<ISignInLinks>(s => s.GetRequiredService<ConsoleLinks>());
        services.AddSingleton<ICallGate, ConsoleGate>();
        services.AddSingleton<IReadingTrail, ConsoleTrail>();
        services.AddSingleton<IIdentityReader, ConsoleIdentities>();
        services.AddSingleton<ICredentialDesk, ConsoleCredentials>();
        services.AddSingleton<ConsoleHost>();
        return services.AddHostedService(s => s.GetRequiredService<ConsoleHost>());
    }
}
