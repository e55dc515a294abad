using KpuSync.Client;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registration of <see cref="KpuSyncClient"/>.</summary>
public static class KpuSyncClientServices
{
    /// <summary>Adds a <see cref="KpuSyncClient"/> for one installation directory.</summary>
    /// <param name="services">The services.</param>
    /// <param name="options">Makes the options; may take the clock or handlers from the provider.</param>
    public static IServiceCollection AddKpuSyncClient(this IServiceCollection services, Func<IServiceProvider, KpuSyncClientOptions> options)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(options);
        return services.AddSingleton(provider => new KpuSyncClient(options(provider)));
    }
}
