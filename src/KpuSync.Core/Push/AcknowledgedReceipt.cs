using KpuSync.Contracts.V1;

namespace KpuSync.Core.Push;

/// <summary>A durable receipt.</summary>
/// <param name="Receipt">The receipt.</param>
/// <param name="Repeated">True if the batch had been acknowledged before.</param>
public sealed record AcknowledgedReceipt(Receipt Receipt, bool Repeated);
