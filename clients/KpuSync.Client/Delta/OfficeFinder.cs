using KpuSync.Client.Exports;
using KpuSync.Rules.Regions;

namespace KpuSync.Client.Delta;

/// <summary>Finds a regency by code, dotted or not, or by name.</summary>
internal sealed class OfficeFinder(RegionCatalogue regions)
{
    private readonly Dictionary<string, string> _byName = BuildIndex(regions);

    /// <summary>The 4-digit code, or null if nothing is meant by the text. A code that does not exist is passed on.</summary>
    public string? Find(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (CellText.IsCode(text))
        {
            var digits = text.ToString().Replace(".", "", StringComparison.Ordinal);
            return digits.Length == 4 ? digits : null;
        }

        return _byName.TryGetValue(Key(text.ToString()), out var code) && code.Length > 0 ? code : null;
    }

    // "KABUPATEN BIMA" and "KOTA BIMA" are two; plain "BIMA" then means neither.
    private static Dictionary<string, string> BuildIndex(RegionCatalogue regions)
    {
        var index = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var office in regions.Offices)
        {
            var key = Key(office.Name);
            index[key] = office.Code;
            var bare = key.StartsWith("KABUPATEN", StringComparison.Ordinal) ? key[9..] : key.StartsWith("KOTA", StringComparison.Ordinal) ? key[4..] : key;
            if (bare != key && !index.TryAdd(bare, office.Code))
                index[bare] = "";
        }

        return index;
    }

    private static string Key(string name)
    {
        var letters = string.Concat(name.ToUpperInvariant().Where(char.IsLetter));
        return letters.StartsWith("KAB", StringComparison.Ordinal) && !letters.StartsWith("KABUPATEN", StringComparison.Ordinal)
            ? "KABUPATEN" + letters[3..]
            : letters;
    }
}
