using KpuSync.Core.Store;
using KpuSync.Server.Hosting;
using KpuSync.Storage;

namespace KpuSync.Server.Databases;

/// <summary>The database that the server was told to use, as far as starting on it goes.</summary>
/// <remarks>Every method throws <see cref="StartupException"/> for what an administrator can mend, and <see cref="StoreUnavailableException"/> while the database is down.</remarks>
public interface IDatabase
{
    /// <summary>How messages name it: nothing in it is secret.</summary>
    string Name { get; }

    /// <summary>The flag that names another one.</summary>
    string Flag { get; }

    /// <summary>Makes sure that changes can be written and that its schema is the one of this program.</summary>
    Task OpenAsync(CancellationToken ct);

    /// <summary>Creates or upgrades the schema.</summary>
    /// <returns>What it was before.</returns>
    Task<SchemaState> MigrateAsync(CancellationToken ct);

    /// <summary>Spreads the tables over the nodes of a cluster.</summary>
    Task DistributeAsync(CancellationToken ct);

    /// <summary>Does what no other server on the same database may do at the same time.</summary>
    Task RunAloneAsync(Func<Task> work, CancellationToken ct);
}
