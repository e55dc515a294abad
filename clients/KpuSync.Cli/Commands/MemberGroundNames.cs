using KpuSync.Contracts.V1;

namespace KpuSync.Cli.Commands;

/// <summary>Why members leave, as people write it on a command line: the words of the KELUAR column, or English ones.</summary>
internal static class MemberGroundNames
{
    private static readonly (MemberRemovalGround Ground, string Indonesian, string English)[] Grounds =
    [
        (MemberRemovalGround.Resigned, "mundur", "left"),
        (MemberRemovalGround.Dismissed, "berhenti", "dismissed"),
        (MemberRemovalGround.Deceased, "meninggal", "deceased"),
        (MemberRemovalGround.MovedAway, "pindah", "moved"),
        (MemberRemovalGround.Duplicate, "ganda", "duplicate"),
        (MemberRemovalGround.NotEligible, "tms", "not-eligible"),
        (MemberRemovalGround.WithoutConsent, "catut", "without-consent"),
    ];

    public static string All { get; } = string.Join(", ", Grounds.Select(g => g.Indonesian));

    public static MemberRemovalGround? Find(string name)
    {
        foreach (var (ground, indonesian, english) in Grounds)
        {
            if (name.Equals(indonesian, StringComparison.OrdinalIgnoreCase) || name.Equals(english, StringComparison.OrdinalIgnoreCase))
                return ground;
        }

        return null;
    }
}
