namespace KpuSync.Rules.Regions;

/// <summary>What two spellings of a region's name have in common.</summary>
/// <remarks>
/// Only letters and digits count, in upper case: <c>FAK FAK</c>, <c>Fakfak</c> and <c>Fak-Fak</c> are one name, since exports write spaces and marks as they like.
/// </remarks>
internal static class RegionName
{
    /// <summary>Longest name that is looked at; the longest of the catalogue is far below.</summary>
    public const int LengthMax = 128;

    private static readonly string[] DistrictPrefixes = ["KECAMATAN", "KEC"];
    private static readonly string[] VillagePrefixes = ["DESA", "KELURAHAN", "KEL", "DS"];

    /// <summary>Writes the key of a name; its length, or -1 if the name is too long to be one.</summary>
    public static int WriteKey(ReadOnlySpan<char> name, Span<char> key)
    {
        var length = 0;
        foreach (var c in name)
        {
            if (!char.IsLetterOrDigit(c))
                continue;
            if (length == key.Length)
                return -1;
            key[length++] = char.ToUpperInvariant(c);
        }

        return length;
    }

    /// <summary>The key of a name as text.</summary>
    public static string Key(ReadOnlySpan<char> name)
    {
        Span<char> key = stackalloc char[LengthMax];
        var length = WriteKey(name, key);
        return length < 0 ? "" : key[..length].ToString();
    }

    /// <summary>The name without a leading <c>KEC.</c> or <c>KECAMATAN</c>.</summary>
    public static ReadOnlySpan<char> WithoutDistrictPrefix(ReadOnlySpan<char> name) => Without(DistrictPrefixes, name);

    /// <summary>The name without a leading <c>DESA</c>, <c>DS.</c>, <c>KEL.</c> or <c>KELURAHAN</c>.</summary>
    public static ReadOnlySpan<char> WithoutVillagePrefix(ReadOnlySpan<char> name) => Without(VillagePrefixes, name);

    private static ReadOnlySpan<char> Without(string[] prefixes, ReadOnlySpan<char> name)
    {
        name = name.TrimStart();
        foreach (var prefix in prefixes)
        {
            // A prefix is a word of its own: KELAYU is not KEL. AYU.
            if (name.Length > prefix.Length && name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && !char.IsLetterOrDigit(name[prefix.Length]))
                return name[(prefix.Length + 1)..];
        }

        return name;
    }
}
