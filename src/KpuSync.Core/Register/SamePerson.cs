using KpuSync.Contracts.V1;

namespace KpuSync.Core.Register;

/// <summary>Whether two records under one number may be one person.</summary>
public static class SamePerson
{
    /// <summary>True if name and birth date both differ: two people must never overwrite each other. One of the two alone is a person whose name or birth date was mended.</summary>
    public static bool IsDoubtful(VoterRecord before, VoterRecord after) =>
        before.BirthDate != after.BirthDate && !string.Equals(before.Name, after.Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>True if the person was verified under this number; what was said of somebody else does not count.</summary>
    public static bool IsVerified(Registration? before, VoterRecord after) => before is { Verified: true } && !IsDoubtful(before.ParseRecord(), after);
}
