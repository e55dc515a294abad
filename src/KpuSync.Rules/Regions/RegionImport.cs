using KpuSync.Rules.Registry;

namespace KpuSync.Rules.Regions;

/// <summary>What a file with regions brings that a catalogue does not have. A faulty row takes nothing with it but the rows whose parent it was to be.</summary>
/// <param name="Regions">New regions, and known ones under another name; parents first.</param>
/// <param name="Renamed">How many of them are known already.</param>
/// <param name="Known">Rows that say what the catalogue says.</param>
/// <param name="Faults">Rows that cannot be taken, in their order.</param>
public sealed record RegionImport(IReadOnlyList<Region> Regions, int Renamed, int Known, IReadOnlyList<RegionFault> Faults)
{
    private const int NameMax = 100;

    // What a reader puts where bytes are not UTF-8.
    private const char Unreadable = '\uFFFD';

    /// <summary>Compares rows with a catalogue.</summary>
    public static RegionImport Plan(RegionCatalogue catalogue, IReadOnlyList<RegionRow> rows)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        var (regions, faults) = (new List<Region>(), new List<RegionFault>());
        var (renamed, known) = (0, 0);
        var names = rows.Select(row => (Code: CodeOf(row), Name: NameOf(row))).ToLookup(row => row.Code, row => row.Name);
        var seen = new HashSet<string>();

        // A parent may stand below its parts, so they go by level.
        foreach (var row in rows.OrderBy(row => CodeOf(row).Length).ThenBy(row => row.Number))
        {
            var region = new Region(CodeOf(row), NameOf(row));
            if (FaultOf(region, names, code => seen.Contains(code) || catalogue.NameOf(code) is not null) is { } fault)
                faults.Add(new RegionFault(row.Number, fault.Column, fault.Rule));
            else if (!seen.Add(region.Code) || catalogue.NameOf(region.Code) == region.Name)
                known++;
            else
            {
                regions.Add(region);
                renamed += catalogue.NameOf(region.Code) is null ? 0 : 1;
            }
        }

        return new RegionImport(regions, renamed, known, [.. faults.OrderBy(fault => fault.Row)]);
    }

    private static (string Column, Rule Rule)? FaultOf(Region region, ILookup<string, string> names, Func<string, bool> isKnown)
    {
        if (!IsCode(region.Code))
            return ("code", RegionFileRules.CodeMalformed);
        if (region.Name.Length is 0 or > NameMax || region.Name.Any(c => char.IsControl(c) || c == Unreadable))
            return ("name", RegionFileRules.NameUnusable);
        if (names[region.Code].Distinct(StringComparer.Ordinal).Skip(1).Any())
            return ("code", RegionFileRules.CodeRepeated);
        return isKnown(ParentOf(region.Code)) ? null : ("code", RegionFileRules.ParentUnknown);
    }

    // Nobody numbers a part from 0.
    private static bool IsCode(string code) =>
        code.Length is 4 or 6 or 10 && code.All(char.IsAsciiDigit) && code.AsSpan(ParentOf(code).Length).IndexOfAnyExcept('0') >= 0;

    private static string ParentOf(string code) => code.Length == 10 ? code[..6] : code[..^2];

    // The ministry's lists write 52.01.01.2001.
    private static string CodeOf(RegionRow row) => row.Code.Replace(".", "", StringComparison.Ordinal).Trim();

    private static string NameOf(RegionRow row) => string.Join(' ', row.Name.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
