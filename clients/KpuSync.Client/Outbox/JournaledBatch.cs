using System.Buffers.Binary;
using System.Runtime.InteropServices;
using KpuSync.Contracts.Encoded;
using KpuSync.Contracts.V1;

namespace KpuSync.Client.Outbox;

/// <summary>A batch as the outbox keeps it.</summary>
/// <param name="Sequence">Its sequence number.</param>
/// <param name="BatchId">Its id.</param>
/// <param name="Push">The push that journaled it.</param>
/// <param name="Body">Its changes, compressed.</param>
/// <param name="Hashes">The row hash of each change.</param>
/// <param name="Rows">Its rows, compressed.</param>
/// <param name="Carried">True if it was made for an older producer id, so that its corrections point nowhere.</param>
internal sealed record JournaledBatch(long Sequence, string BatchId, long Push, byte[] Body, byte[] Hashes, byte[] Rows, bool Carried)
{
    public ReadOnlySpan<ulong> RowHashes => MemoryMarshal.Cast<byte, ulong>(Hashes);

    /// <summary>The changes, without the names that are put on for sending.</summary>
    public Batch ToBatch()
    {
        var batch = Batch.Parser.ParseFrom(Blobs.Decompress(Body));
        if (Carried)
        {
            foreach (var change in batch.Changes)
                change.Corrects = null;
        }

        return batch;
    }

    /// <summary>As <see cref="ToBatch"/>, its changes left encoded.</summary>
    public EncodedBatch ToEncoded() => Carried ? EncodedBatch.Of(ToBatch()) : EncodedBatch.Parser.ParseFrom(Blobs.Decompress(Body));

    /// <summary>The packed rows of each change: none, one, or two for a polling station correction.</summary>
    public List<IReadOnlyList<byte[]>> ToRows()
    {
        var all = new List<IReadOnlyList<byte[]>>();
        ReadOnlySpan<byte> rest = Blobs.Decompress(Rows);
        while (!rest.IsEmpty)
        {
            var rows = new byte[rest[0]][];
            rest = rest[1..];
            for (var i = 0; i < rows.Length; i++)
            {
                var length = BinaryPrimitives.ReadInt32LittleEndian(rest);
                rows[i] = rest.Slice(4, length).ToArray();
                rest = rest[(4 + length)..];
            }

            all.Add(rows);
        }

        return all;
    }
}
