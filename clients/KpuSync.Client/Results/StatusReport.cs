using KpuSync.Contracts.V1;

namespace KpuSync.Client;

/// <summary>How an installation stands, from its own files.</summary>
/// <param name="Directory">The installation's directory.</param>
/// <param name="Server">The server's address.</param>
/// <param name="Office">Its office.</param>
/// <param name="ProducerId">Its producer id.</param>
/// <param name="Deployment">The server's deployment; empty while it was never reached.</param>
/// <param name="BatchesAcknowledged">Batches with a receipt: the last acknowledged sequence number.</param>
/// <param name="BatchesWaiting">Batches that wait in the outbox.</param>
/// <param name="ChangesWaiting">Changes in them.</param>
/// <param name="ChangesNotApplied">Changes that were held, rejected or otherwise not applied and have no correction yet.</param>
/// <param name="BaselineVoters">Active voters that the server is known to hold.</param>
/// <param name="LastReceipt">The last receipt; null if there is none.</param>
/// <param name="LastPush">When the last push was journaled; null if there was none.</param>
/// <param name="Pulled">Position in the own ledger up to which entries were pulled.</param>
public sealed record StatusReport(
    string Directory,
    string Server,
    string Office,
    string ProducerId,
    string Deployment,
    long BatchesAcknowledged,
    long BatchesWaiting,
    long ChangesWaiting,
    long ChangesNotApplied,
    long BaselineVoters,
    Receipt? LastReceipt,
    DateTimeOffset? LastPush,
    long Pulled);
