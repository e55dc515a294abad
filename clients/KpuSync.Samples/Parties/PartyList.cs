using System.Globalization;
using KpuSync.Samples.Files;

namespace KpuSync.Samples.Parties;

/// <summary>The national parties of the 2024 election by their numbers, as the centre keeps them.</summary>
internal static class PartyList
{
    /// <summary>Number and short name.</summary>
    public static IReadOnlyList<(int Number, string Name)> All { get; } =
    [
        (1, "PKB"), (2, "GERINDRA"), (3, "PDIP"), (4, "GOLKAR"), (5, "NASDEM"), (6, "BURUH"), (7, "GELORA"), (8, "PKS"), (9, "PKN"), (10, "HANURA"),
        (11, "GARUDA"), (12, "PAN"), (13, "PBB"), (14, "DEMOKRAT"), (15, "PSI"), (16, "PERINDO"), (17, "PPP"), (24, "UMMAT"),
    ];

    /// <summary>Writes the profiles.</summary>
    public static void Write(SampleOptions options) => TableFile.Write(
        options,
        "partai-profil",
        [["PARTAI", "NAMA", "SINGKATAN", "LOKAL_ACEH"], .. All.Select(p => (string[])[p.Number.ToString(CultureInfo.InvariantCulture), $"PARTAI {p.Name}", p.Name, "TIDAK"])]);
}
