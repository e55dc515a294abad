using System.Buffers.Binary;
using System.Text;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Tokens;

/// <summary>What a token is for.</summary>
public enum TokenUse
{
    /// <summary>A producer's place, given in receipts.</summary>
    Producer = 1,

    /// <summary>A reader's place, given by pull.</summary>
    Reader = 2,
}

/// <summary>A place in one office's ledger.</summary>
/// <param name="Office">Whose ledger.</param>
/// <param name="Epoch">Epoch at that place.</param>
/// <param name="Position">Position; 0 is before the first entry.</param>
/// <param name="HashPrefix">First 8 bytes of the chain hash there, big-endian; 0 at position 0.</param>
public readonly record struct LedgerPlace(OfficeCode Office, long Epoch, long Position, ulong HashPrefix)
{
    /// <summary>The place of an entry with this chain hash.</summary>
    public static LedgerPlace At(OfficeCode office, long epoch, long position, ReadOnlySpan<byte> chainHash) =>
        new(office, epoch, position, position == 0 ? 0 : BinaryPrimitives.ReadUInt64BigEndian(chainHash));
}

/// <summary>The content of a sync token. A reader's token over many offices holds a place for each that it has read from.</summary>
/// <param name="Use">What it is for.</param>
/// <param name="Scope">The producer's id, or the reader's range as an office code.</param>
/// <param name="Places">Places by office.</param>
public sealed record SyncToken(TokenUse Use, string Scope, IReadOnlyList<LedgerPlace> Places)
{
    private const byte Version = 1;

    /// <summary>Encodes the token for sealing.</summary>
    public byte[] Encode()
    {
        using var stream = new MemoryStream(64 + (32 * Places.Count));
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Version);
        writer.Write((byte)Use);
        writer.Write(Scope);
        writer.Write7BitEncodedInt(Places.Count);
        foreach (var place in Places)
        {
            writer.Write(place.Office.Value);
            writer.Write7BitEncodedInt64(place.Epoch);
            writer.Write7BitEncodedInt64(place.Position);
            writer.Write(place.HashPrefix);
        }

        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>Decodes an opened token; null if it is of a version that this server does not know.</summary>
    public static SyncToken? Decode(byte[] payload)
    {
        using var reader = new BinaryReader(new MemoryStream(payload, writable: false), Encoding.UTF8);
        try
        {
            if (reader.ReadByte() != Version)
                return null;
            var use = (TokenUse)reader.ReadByte();
            var scope = reader.ReadString();
            var places = new LedgerPlace[reader.Read7BitEncodedInt()];
            for (var i = 0; i < places.Length; i++)
            {
                places[i] = new LedgerPlace(
                    OfficeCode.FromTrusted(reader.ReadString()),
                    reader.Read7BitEncodedInt64(),
                    reader.Read7BitEncodedInt64(),
                    reader.ReadUInt64());
            }

            return new SyncToken(use, scope, places);
        }
        catch (Exception e) when (e is EndOfStreamException or FormatException or OverflowException)
        {
            return null;
        }
    }
}
