using KpuSync.Core.Transfers;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;
using KpuSync.Server.Hosting;

namespace KpuSync.Server.Commands;

/// <summary>Reads which villages go where, and refuses what cannot be meant.</summary>
internal static class VillagePairs
{
    /// <summary>The transfer that the flags ask for.</summary>
    /// <param name="regions">The catalogue of today.</param>
    /// <param name="from">Code of the regency that has the villages.</param>
    /// <param name="to">Code of the regency that takes them.</param>
    /// <param name="villages">The pairs, as <c>OLD=NEW,...</c>; null if they come from a file.</param>
    /// <param name="file">The pairs from a file.</param>
    /// <param name="reason">Why.</param>
    /// <exception cref="StartupException">A flag or a line cannot be used.</exception>
    public static TransferRequest Read(RegionCatalogue regions, string from, string to, string? villages, FileInfo? file, string reason)
    {
        var (giving, taking) = (OfficeOf(regions, "--from", from), OfficeOf(regions, "--to", to));
        if (villages is null == file is null)
            throw new StartupException("Name the villages by either --villages or --file.");
        var pairs = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (oldCode, newCode) in villages is not null ? FromFlag(villages) : FromFile(file!))
        {
            CheckPair(regions, oldCode, newCode, giving, taking);
            if (!pairs.TryAdd(oldCode, newCode))
                throw new StartupException($"{oldCode} is named twice.");
        }

        CheckAll(pairs);
        return new TransferRequest(giving, taking, pairs, reason);
    }

    private static OfficeCode OfficeOf(RegionCatalogue regions, string flag, string text) =>
        OfficeCode.TryParse(text, out var office) && office.Kind is OfficeKind.Regency && regions.ContainsRegency(text)
            ? office
            : throw new StartupException($"{flag} is '{text}', which is no regency of the region catalogue; use 4 digits, for example 5201.");

    private static IEnumerable<(string Old, string New)> FromFlag(string villages) =>
        villages.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(pair => Split(pair, '='));

    private static IEnumerable<(string Old, string New)> FromFile(FileInfo file) =>
        File.ReadLines(file.FullName).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#').Select(line => Split(line, ','));

    private static (string Old, string New) Split(string pair, char separator)
    {
        var parts = pair.Split(separator, StringSplitOptions.TrimEntries);
        return parts is [{ Length: 10 } oldCode, { Length: 10 } newCode] && (oldCode + newCode).All(char.IsAsciiDigit)
            ? (oldCode, newCode)
            : throw new StartupException($"'{pair}' is not an old and a new village code of 10 digits each, separated by '{separator}'.");
    }

    private static void CheckPair(RegionCatalogue regions, string oldCode, string newCode, OfficeCode from, OfficeCode to)
    {
        if (!oldCode.StartsWith(from.Value, StringComparison.Ordinal))
            throw new StartupException($"{oldCode} is no village of {from}: its code would begin with the office's.");
        if (!newCode.StartsWith(to.Value, StringComparison.Ordinal))
            throw new StartupException($"{newCode} is no village of {to}: its code would begin with the office's.");
        if (!regions.ContainsVillage(newCode))
        {
            throw new StartupException(
                $"{newCode} is not in the region catalogue {regions.Version}. New codes must be there: add them with `kpusync-server regions import FILE`.");
        }
    }

    private static void CheckAll(SortedDictionary<string, string> pairs)
    {
        if (pairs.Count == 0)
            throw new StartupException("There is no village to transfer.");
        if (pairs.Values.FirstOrDefault(pairs.ContainsKey) is { } both)
            throw new StartupException($"{both} is both an old and a new code. Run it in steps: first those who leave it, then those who get it.");
        if (pairs.Values.GroupBy(code => code).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new StartupException($"{twice.Key} is the new code of two villages, and their polling stations would mix. If that is meant, run it once for each.");
    }
}
