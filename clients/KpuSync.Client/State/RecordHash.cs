using System.IO.Hashing;
using Google.Protobuf;
using KpuSync.Contracts.V1;

namespace KpuSync.Client.State;

/// <summary>64-bit XxHash3 over a voter's full record as the contract encodes it.</summary>
internal static class RecordHash
{
    public static ulong Of(VoterRecord voter)
    {
        var size = voter.CalculateSize();
        Span<byte> buffer = size <= 2_048 ? stackalloc byte[size] : new byte[size];
        voter.WriteTo(buffer);
        return XxHash3.HashToUInt64(buffer);
    }
}
