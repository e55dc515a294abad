using System.Security.Cryptography;
using Google.Protobuf;
using KpuSync.Contracts.V1;

namespace KpuSync.Contracts.Encoded;

public sealed partial class EncodedBatch : IBatchEnvelope
{
    int IBatchEnvelope.ChangeCount => Changes.Count;

    /// <summary>Encodes the changes of a batch.</summary>
    public static EncodedBatch Of(Batch batch) => Parser.ParseFrom(batch.ToByteString());

    /// <summary>SHA-256 over the changes as the sender encoded them.</summary>
    public byte[] Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var change in Changes)
            hash.AppendData(change.Span);
        return hash.GetHashAndReset();
    }

    /// <summary>The batch with its changes read.</summary>
    /// <exception cref="UndecodableChangeException">A change is not the encoding of one.</exception>
    public Batch Decode()
    {
        var batch = new Batch
        {
            OfficeCode = OfficeCode,
            ProducerId = ProducerId,
            Sequence = Sequence,
            BatchId = BatchId,
            Mode = Mode,
            SourceName = SourceName,
            ContractVersion = ContractVersion,
        };
        batch.Changes.Capacity = Changes.Count;
        for (var i = 0; i < Changes.Count; i++)
            batch.Changes.Add(DecodeChange(i));
        return batch;
    }

    private Change DecodeChange(int index)
    {
        try
        {
            return Change.Parser.ParseFrom(Changes[index].Span);
        }
        catch (InvalidProtocolBufferException e)
        {
            throw new UndecodableChangeException(index, e);
        }
    }
}
