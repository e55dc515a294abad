using KpuSync.Contracts.V1;
using KpuSync.Rules.Values;

namespace KpuSync.Client.State;

/// <summary>What the baseline knows of one voter, in one integer: state, ground, sex and village.</summary>
internal readonly record struct VoterState(long Packed)
{
    public static VoterState Unknown => default;

    public bool IsActive => (Packed & 3) == 1;

    public bool IsRemoved => (Packed & 3) == 2;

    public bool IsKnown => (Packed & 3) != 0;

    public RemovalGround Ground => (RemovalGround)((Packed >> 2) & 31);

    public Sex Sex => (Sex)((Packed >> 7) & 3);

    /// <summary>The village as a number of 10 digits; 0 if it is not known.</summary>
    public long Village => Packed >> 9;

    public string VillageCode => Village.ToString("D10", System.Globalization.CultureInfo.InvariantCulture);

    public static VoterState Active(VoterRecord voter) =>
        new(1 | ((long)voter.Sex << 7) | (VillageNumber(voter.VillageCode) << 9));

    /// <summary>The same voter, removed.</summary>
    public VoterState Removed(RemovalGround ground) => new((Packed & ~0x7FL) | 2 | ((long)ground << 2));

    public static long VillageNumber(string code) => code.Length == 10 && long.TryParse(code, out var number) ? number : 0;

    /// <summary>A DPID as a number that fits an index; 0 for none. Two texts of 19 or 20 digits may share one: it only suggests, never decides.</summary>
    public static long DpidNumber(ReadOnlySpan<char> dpid) =>
        long.TryParse(dpid, System.Globalization.NumberStyles.None, null, out var number) ? number
        : dpid.IsEmpty ? 0
        : (long)(System.IO.Hashing.XxHash3.HashToUInt64(System.Runtime.InteropServices.MemoryMarshal.AsBytes(dpid)) >> 1);

    /// <summary>The number under which the baseline keeps a voter; false for a text that is not a NIK.</summary>
    public static bool TryKey(string nik, out long key)
    {
        var valid = Nik.TryParse(nik, out var value);
        key = value.Value;
        return valid;
    }
}
