namespace KpuSync.Client;

/// <summary>What setting up an installation gave.</summary>
/// <param name="Directory">The installation's directory.</param>
/// <param name="Office">Its office.</param>
/// <param name="ProducerId">Its producer id.</param>
/// <param name="Deployment">The server's deployment; empty while it was never reached.</param>
/// <param name="Created">True if the installation is new.</param>
/// <param name="BaselineVoters">Active voters in the baseline.</param>
/// <param name="EntriesPulled">Ledger entries that the baseline was rebuilt from.</param>
/// <param name="ChangesSetAside">Changes that waited under the old producer id and were set aside.</param>
/// <param name="Unreachable">Set if the server could not be reached: the installation is set up, the deployment is learned later.</param>
public sealed record InitReport(
    string Directory,
    string Office,
    string ProducerId,
    string Deployment,
    bool Created,
    long BaselineVoters,
    long EntriesPulled,
    long ChangesSetAside,
    ServerUnreachableException? Unreachable);
