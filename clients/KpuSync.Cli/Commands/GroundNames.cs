using KpuSync.Contracts.V1;

namespace KpuSync.Cli.Commands;

/// <summary>TMS grounds as people write them on a command line: KET numbers, Indonesian or English words.</summary>
internal static class GroundNames
{
    private static readonly (RemovalGround Ground, string Indonesian, string English, string Ket)[] Grounds =
        [.. GroundWords.InOrder.Select(g => (g, Written(g, Language.Indonesian), Written(g, Language.English), KetOf(g)))];

    public static string All { get; } = string.Join(", ", Grounds.Select(g => g.Indonesian));

    public static RemovalGround? Find(string name)
    {
        foreach (var (ground, indonesian, english, ket) in Grounds)
        {
            if (name.Length > 0 && (name == ket || name.Equals(indonesian, StringComparison.OrdinalIgnoreCase) || name.Equals(english, StringComparison.OrdinalIgnoreCase)))
                return ground;
        }

        return null;
    }

    // One word, so that nobody needs quotes.
    private static string Written(RemovalGround ground, Language language) => GroundWords.Of(ground, language).Replace(' ', '-');

    // KET 1 to 7 are the contract's first seven grounds.
    private static string KetOf(RemovalGround ground) => ground <= RemovalGround.Police ? ((int)ground).ToString(System.Globalization.CultureInfo.InvariantCulture) : "";
}
