using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using KpuSync.Core;
using KpuSync.Core.Subjects;
using KpuSync.Core.Tokens;
using KpuSync.Rules.Registry;
using KpuSync.Server.Access;
using KpuSync.Server.Configuration;
using KpuSync.Server.ConsoleHosting;
using KpuSync.Server.Databases;
using KpuSync.Storage;
using KpuSync.Storage.Access;
using KpuSync.Storage.Postgres;
using KpuSync.Storage.Regions;
using KpuSync.Storage.Sqlite;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace KpuSync.Server.Hosting;

/// <summary>What both the serving host and the commands need: the database, the key ring, Core.</summary>
public static class ServerServices
{
    public static IServiceCollection AddKpuSyncServer(this IServiceCollection services, ServerOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        AddDatabase(services, options);
        services.AddKpuSyncCore(new SyncLimits
        {
            BatchChangesMax = options.Limits.BatchChangesMax,
            BatchBytesMax = options.Limits.BatchBytesMax,
            WindowBatchesMax = options.Limits.WindowBatchesMax,
            StreamIdleTimeout = options.Limits.PushIdleTimeout,
            ReplayAttemptsMax = options.Limits.ReplayAttemptsMax,
            ReplayPageChangesMax = options.Limits.ReplayPageChangesMax,
            Writers = options.Database == DatabaseKinds.Postgres ? options.Limits.Writers : 1,
        }, options.Matching, RuleSeverities.Parse(options.Rules.Severities));
        AddKeyRing(services, options.KeyRing);
        services.AddSingleton<ITokenSealer, TokenSealer>();
        services.AddSingleton<CredentialStore>();
        services.AddSingleton<SigningKeyStore>();
        services.AddSingleton<DeploymentStore>();
        services.AddSingleton<RegionOverlayStore>();
        services.AddSingleton<RegionLoader>();
        services.AddSingleton<AccessTrailStore>();
        services.AddSingleton<IAccessTrailReader>(s => s.GetRequiredService<AccessTrailStore>());
        services.AddSingleton<SigningKeys>();
        services.AddSingleton<CredentialIssuer>();
        services.AddSingleton<ConsoleLinks>();
        services.TryAddSingleton<ServerAddresses>();
        services.AddSingleton<Preparation>();
        services.AddSingleton<DatabaseWait>();
        return services;
    }

    private static void AddDatabase(IServiceCollection services, ServerOptions options)
    {
        if (options.Database == DatabaseKinds.Postgres)
        {
            services.AddKpuSyncPostgres(new PostgresStoreOptions { ConnectionString = options.Connection, DirectConnectionString = options.DirectConnection });
            services.AddSingleton<PostgresDatabase>().AddSingleton<IDatabase>(s => s.GetRequiredService<PostgresDatabase>());
        }
        else
        {
            services.AddKpuSyncSqlite(new SqliteStoreOptions { Path = Path.GetFullPath(options.Data), SizeMaxBytes = options.DataBytesMax > 0 ? options.DataBytesMax : null });
            services.AddSingleton<IDatabase, SqliteDatabase>();
        }
    }

    private static void AddKeyRing(IServiceCollection services, KeyRingOptions keyRing)
    {
        // The name is part of every sealed value; without it, it would be the path of the program.
        var protection = services.AddDataProtection().SetApplicationName("kpusync").PersistKeysToDbContext<KpuSyncDbContext>();
        if (keyRing.CertificateFile.Length > 0)
            protection.ProtectKeysWithCertificate(LoadCertificate(keyRing));
    }

    private static X509Certificate2 LoadCertificate(KeyRingOptions keyRing)
    {
        try
        {
            return X509CertificateLoader.LoadPkcs12FromFile(keyRing.CertificateFile, keyRing.CertificatePassword);
        }
        catch (CryptographicException exception)
        {
            throw new StartupException(
                $"KpuSync:KeyRing:CertificateFile is '{keyRing.CertificateFile}', which cannot be opened. Check that it is PKCS #12, and KpuSync:KeyRing:CertificatePassword.",
                exception);
        }
    }
}
