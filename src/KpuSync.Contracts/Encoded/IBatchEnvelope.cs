using Google.Protobuf;
using KpuSync.Contracts.V1;

namespace KpuSync.Contracts.Encoded;

/// <summary>What stands around the changes of a batch, whether they are read or left encoded.</summary>
public interface IBatchEnvelope : IMessage
{
    /// <summary>The office.</summary>
    string OfficeCode { get; }

    /// <summary>The producer.</summary>
    string ProducerId { get; }

    /// <summary>Place in the producer's sequence.</summary>
    long Sequence { get; }

    /// <summary>The batch's id.</summary>
    string BatchId { get; }

    /// <summary>Whether good changes apply beside bad ones.</summary>
    BatchMode Mode { get; }

    /// <summary>Number of changes.</summary>
    int ChangeCount { get; }

    /// <summary>Name of the file or system that the changes came from.</summary>
    string SourceName { get; }

    /// <summary>The contract version of the sender.</summary>
    string ContractVersion { get; }
}
