using System.Collections.Frozen;

namespace KpuSync.Rules.Names;

/// <summary>Titles, honours and degrees that are no part of a name, and short forms of words that are. All of it folded as names are.</summary>
internal static class NameTitles
{
    private static readonly FrozenSet<string> Front = Folded(
        "H", "HAJI", "HJ", "HAJJAH", "HAJAH", "DR", "DRS", "DRA", "DRG", "DRH", "IR", "PROF", "KH", "KIAI", "KYAI", "NYAI", "TGH", "TGKH", "UST", "USTAD", "USTADZ", "USTAZ",
        "USTADZAH", "USTAZAH", "TN", "NY", "SDR", "SDRI", "BPK", "ALM", "ALMH", "ALMARHUM", "ALMARHUMAH");

    // No Indonesian word is spelt like these, so they are titles wherever they stand.
    private static readonly FrozenSet<string> Anywhere = Folded("HJ", "DRS", "DRA", "DRG", "DRH", "TGH", "TGKH", "ALM", "ALMH", "ALMARHUM", "ALMARHUMAH");

    private static readonly FrozenSet<string> Degrees = Folded(
        "SE", "SEI", "SH", "SHI", "SHUM", "SHUT", "SPD", "SPDI", "SPDSD", "SPDK", "SPDH", "SAG", "SS", "SSOS", "SSOSI", "SKM", "SKEP", "SKEB", "SKED", "SKG", "SKH", "SFARM",
        "SIP", "SIKOM", "SKOM", "SSI", "SSN", "SST", "ST", "STP", "STTP", "SP", "SPT", "SPI", "SPSI", "SAK", "SAB", "SAKUN", "STR", "STRKEB", "STRKES", "STRKEP",
        "SGZ", "SIK", "SIAN", "SMAT", "SDS", "SSTP", "SHIN", "SUD", "SFIL", "SFILI", "SHOM", "SPN", "SKS",
        "MM", "MH", "MHUM", "MPD", "MPDI", "MSI", "MSC", "MSOS", "MKES", "MKEP", "MKM", "MAG", "MA", "MT", "MTI", "MKOM", "MIKOM", "ME", "MEI", "MESY", "MAP", "MBA", "MP",
        "MAK", "MAB", "MSN", "MTP", "MEC", "MENG", "MKN", "MIP", "MFARM", "MPSI", "MPH", "MFIL", "MHI", "MHUT",
        "AMD", "AMDKEB", "AMDKEP", "AMDKOM", "AMDFARM", "AMDKES", "AMAPD", "AMKEP", "AMKEB", "AMK", "AMPD", "NERS", "NS", "APT", "BA", "BSC", "BBA", "PHD",
        "LC", "LLM", "LLB", "SPOG", "SPPD", "SPA", "SPB", "SPAN", "SPM", "SPJP", "SPKJ", "DPL", "DEA", "CPA");

    private static readonly FrozenSet<string> Patronymics = Folded("BIN", "BINTI", "BINTE", "BNTI", "BTI", "BT");

    private static readonly FrozenSet<string> Muhammads = Folded(
        "MUHAMMAD", "MOHAMMAD", "MUHAMMED", "MOHAMMED", "MUCHAMMAD", "MOCHAMMAD", "MUKHAMMAD", "MOKHAMMAD", "MUHAMMAT", "MOHAMMAT", "MUHAMAD", "MOHAMAD", "MUHAMAMAD",
        "MUH", "MOH", "MUCH", "MOCH", "MUKH", "MOKH", "MUHD", "MOHD", "MHD", "MUHAM", "MOHAM", "MHMD");

    private static readonly FrozenDictionary<string, string> ShortForms = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["BQ"] = "BAIQ",
        ["ABD"] = "ABDUL",
        ["AKHMAD"] = "AHMAD",
        ["AKHMAT"] = "AHMAD",
        ["AHMAT"] = "AHMAD",
        ["AHMED"] = "AHMAD",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // Written without dots these would be taken for a word of the name, such as MA or SIP, unless they have no vowel or are as well known as these.
    private static readonly FrozenSet<string> PlainDegrees = Folded("SE", "SPI", "SSI", "MSI", "SAG", "MAG", "AMD", "APT");

    /// <summary>The longest degree is written in so many pieces: <c>A. MD. KEB.</c>.</summary>
    public const int DegreePartsMax = 3;

    public static bool IsFront(string word) => Front.Contains(word);

    public static bool IsAnywhere(string word) => Anywhere.Contains(word);

    public static bool IsDegree(string word) => Degrees.Contains(word);

    /// <summary>True if the word is a degree even where it stands without dots.</summary>
    public static bool IsPlainDegree(string word) =>
        IsDegree(word) && (word.Length > 3 || word.AsSpan().IndexOfAny("AEIOU") < 0 || PlainDegrees.Contains(word));

    public static bool IsPatronymic(string word) => Patronymics.Contains(word);

    /// <summary>The long form of a word that is often shortened, or the word itself.</summary>
    public static string Expanded(string word) =>
        Muhammads.Contains(word) ? "MUHAMAD" : ShortForms.GetValueOrDefault(word, word);

    private static FrozenSet<string> Folded(params string[] words) =>
        words.Select(word => NameSpelling.Fold(word)).ToFrozenSet(StringComparer.Ordinal);
}
