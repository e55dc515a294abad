using System.Security.Cryptography;
using KpuSync.Core.Duplicates;
using KpuSync.Rules.Regions;
using KpuSync.Server.Access;
using KpuSync.Server.Configuration;
using KpuSync.Storage.Access;
using KpuSync.Storage.Sqlite;
using Microsoft.Extensions.Options;

namespace KpuSync.Server.Hosting;

/// <summary>What must hold before anything is served or any command runs: the tables are there, the database is this deployment's, the keys open.</summary>
public sealed class Preparation(
    SqliteMigrator migrator,
    DeploymentStore deployments,
    SigningKeys keys,
    ICaseReader cases,
    VillageTransfers transfers,
    RegionLoader regions,
    IOptions<ServerOptions> options,
    TimeProvider clock)
{
    /// <exception cref="StartupException">The database is another deployment's, or its keys cannot be opened.</exception>
    public async Task PrepareAsync(CancellationToken ct)
    {
        CreateFile(Path.GetFullPath(options.Value.Data));
        await migrator.MigrateAsync(ct);
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
                $"The signing key in {options.Value.Data} cannot be opened with its key ring. Set KpuSync:KeyRing:CertificateFile to the certificate "
                + "that the database was made with.",
                exception);
        }
    }

    // The database holds personal data and keys, so what is made here is its owner's alone. SQLite gives its other files the rights of this one.
    private static void CreateFile(string path)
    {
        if (File.Exists(path))
            return;
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            return;
        }

        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        if (!Directory.Exists(Path.GetDirectoryName(path)))
            Directory.CreateDirectory(Path.GetDirectoryName(path)!, owner | UnixFileMode.UserExecute);
        using var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.Write, UnixCreateMode = owner });
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
                $"KpuSync:Deployment is '{wanted}', but {options.Value.Data} belongs to deployment '{present}'. Start with --deployment {present}, "
                + "or name another file with --data.");
        }
    }
}
