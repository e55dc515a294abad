using KpuSync.Contracts.V1;
using KpuSync.Rules.Registry;

namespace KpuSync.Forms;

/// <summary>The grounds of a removal (TMS) in words.</summary>
public static class GroundWords
{
    private static readonly (RemovalGround Ground, Text Words)[] Grounds =
    [
        (RemovalGround.Deceased, new("meninggal", "deceased")),
        (RemovalGround.Duplicate, new("ganda", "duplicate")),
        (RemovalGround.UnderAge, new("di bawah umur", "under age")),
        (RemovalGround.MovedAway, new("pindah", "moved")),
        (RemovalGround.ForeignCitizen, new("wna", "foreigner")),
        (RemovalGround.Military, new("tni", "military")),
        (RemovalGround.Police, new("polri", "police")),
        (RemovalGround.UnknownPerson, new("tidak dikenal", "unknown")),
        (RemovalGround.RightRevoked, new("hak dicabut", "right revoked")),
        (RemovalGround.NotResident, new("bukan penduduk", "not resident")),
        (RemovalGround.NoElectronicCard, new("tanpa ktp el", "no ktp el")),
    ];

    /// <summary>Every ground that a person can name, in the order of the contract.</summary>
    public static IReadOnlyList<RemovalGround> InOrder { get; } = [.. Grounds.Select(g => g.Ground)];

    /// <summary>A ground in words; one that nobody can name is its own name.</summary>
    public static string Of(RemovalGround ground, Language language) => Array.Find(Grounds, g => g.Ground == ground).Words?.In(language) ?? ground.ToString();
}
