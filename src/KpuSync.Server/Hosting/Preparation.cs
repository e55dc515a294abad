using System.Security.Cryptography;
using KpuSync.Core.Duplicates;
using KpuSync.Core.Store;
using KpuSync.Rules.Regions;
using KpuSync.Server.Access;
using KpuSync.Server.Configuration;
using KpuSync.Server.Databases;
using KpuSync.Storage.Access;
using Microsoft.Extensions.Options;

namespace KpuSync.Server.Hosting;

/// <summary>What must hold before anything is served or any command runs: the tables are there, the database is this deployment's, the keys open.</summary>
public sealed class Preparation(
    IDatabase database,
    DeploymentStore deployments,
    SigningKeys keys,
    ICaseReader cases,
    VillageTransfers transfers,
    RegionLoader regions,
    IOptions<ServerOptions> options,
    TimeProvider clock)
{
    /// <exception cref="StartupException">The database cannot be used or is another deployment's, or its keys cannot be opened.</exception>
    /// <exception cref="StoreUnavailableException">The database is down.</exception>
    public async Task PrepareAsync(CancellationToken ct)
    {
        await database.OpenAsync(ct);
        // Of servers that start together for the first time, one names the deployment and makes the key.
        await database.RunAloneAsync(() => LoadAsync(ct), ct);
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        await CheckDeploymentAsync(ct);
        await regions.LoadAsync(ct);
        transfers.Load(await cases.VillageMovesAsync(ct));
        try
        {
            await keys.LoadAsync(ct);
        }
        catch (CryptographicException exception)
        {
            throw new StartupException(
                $"The signing key in {database.Name} cannot be opened with its key ring. Set KpuSync:KeyRing:CertificateFile to the certificate "
                + "that the database was made with.",
                exception);
        }
    }

    private async Task CheckDeploymentAsync(CancellationToken ct)
    {
        var wanted = options.Value.Deployment;
        var present = await deployments.NameAsync(ct);
        if (present is null)
            await deployments.SetNameAsync(wanted, clock.GetUtcNow(), ct);
        else if (present != wanted)
        {
            throw new StartupException(
                $"KpuSync:Deployment is '{wanted}', but {database.Name} belongs to deployment '{present}'. Start with --deployment {present}, "
                + $"or name another database with {database.Flag}.");
        }
    }
}
