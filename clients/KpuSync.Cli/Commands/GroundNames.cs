using KpuSync.Cli.Texts;
using KpuSync.Contracts.V1;

namespace KpuSync.Cli.Commands;

/// <summary>TMS grounds as people write them on a command line: KET numbers, Indonesian or English words.</summary>
internal static class GroundNames
{
    private static readonly (RemovalGround Ground, string Indonesian, string English, string Ket)[] Grounds =
    [
        (RemovalGround.Deceased, "meninggal", "deceased", "1"),
        (RemovalGround.Duplicate, "ganda", "duplicate", "2"),
        (RemovalGround.UnderAge, "di-bawah-umur", "under-age", "3"),
        (RemovalGround.MovedAway, "pindah", "moved", "4"),
        (RemovalGround.ForeignCitizen, "wna", "foreigner", "5"),
        (RemovalGround.Military, "tni", "military", "6"),
        (RemovalGround.Police, "polri", "police", "7"),
        (RemovalGround.UnknownPerson, "tidak-dikenal", "unknown", ""),
        (RemovalGround.RightRevoked, "hak-dicabut", "right-revoked", ""),
        (RemovalGround.NotResident, "bukan-penduduk", "not-resident", ""),
        (RemovalGround.NoElectronicCard, "tanpa-ktp-el", "no-ktp-el", ""),
    ];

    public static string All { get; } = string.Join(", ", Grounds.Select(g => g.Indonesian));

    /// <summary>Every ground that a person can name.</summary>
    public static IReadOnlyList<RemovalGround> InOrder { get; } = [.. Grounds.Select(g => g.Ground)];

    /// <summary>A ground in words.</summary>
    public static string Of(RemovalGround ground, Language language)
    {
        var (_, indonesian, english, _) = Array.Find(Grounds, g => g.Ground == ground);
        return ((language is Language.Indonesian ? indonesian : english) ?? ground.ToString()).Replace('-', ' ');
    }

    public static RemovalGround? Find(string name)
    {
        foreach (var (ground, indonesian, english, ket) in Grounds)
        {
            if (name.Length > 0 && (name == ket || name.Equals(indonesian, StringComparison.OrdinalIgnoreCase) || name.Equals(english, StringComparison.OrdinalIgnoreCase)))
                return ground;
        }

        return null;
    }
}
