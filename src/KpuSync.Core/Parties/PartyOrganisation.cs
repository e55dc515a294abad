using KpuSync.Contracts.V1;
using KpuSync.Core.Items;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Parties;

/// <summary>A party's management, offices and accounts by area, and what the law asks of each level (law 7/2017, article 173; PKPU 4/2022).</summary>
/// <param name="items">The party's items of these kinds.</param>
/// <param name="regions">The catalogue of today.</param>
/// <param name="today">The day on which the right to an office must not have ended.</param>
internal sealed class PartyOrganisation(IEnumerable<Item> items, RegionCatalogue regions, DateOnly today)
{
    /// <summary>The area of the centre.</summary>
    public const string Nation = "";

    private const int WomenPercent = 30;
    private const int Percent = 100;

    private readonly Dictionary<(ItemKind Kind, string Area), Item> _items = items.ToDictionary(i => (i.Key.Kind, i.Key.Key[PartyKeys.PrefixLength..]));

    /// <summary>The parts of an area, in code order: provinces, regencies, districts; none of a district.</summary>
    public IReadOnlyList<string> PartsOf(string area) => area.Length switch
    {
        0 => [.. regions.Offices.Select(o => o.Code[..2]).Distinct().Order(StringComparer.Ordinal)],
        2 => [.. regions.Offices.Select(o => o.Code).Where(code => code.StartsWith(area, StringComparison.Ordinal)).Order(StringComparer.Ordinal)],
        4 => [.. regions.DistrictsOf(area).Select(d => d.Code)],
        _ => [],
    };

    /// <summary>The party in one area.</summary>
    public OrganisationArea AreaOf(string code)
    {
        var parts = PartsOf(code);
        var management = ManagementOf(code);
        var area = new OrganisationArea
        {
            Level = LevelOf(code),
            AreaCode = code,
            Officers = management?.Officers.Count ?? 0,
            Women = management?.Officers.Count(o => o.Sex is Sex.Female) ?? 0,
            HasOffice = HasOffice(code),
            HasAccount = _items.ContainsKey((ItemKind.PartyAccount, code)),
            Parts = parts.Count,
            PartsWithManagement = parts.Count(part => _items.ContainsKey((ItemKind.PartyManagement, part))),
            PartsNeeded = NeededOf(code, parts.Count),
        };
        area.Meets = Meets(area);
        return area;
    }

    private static bool Meets(OrganisationArea area) => area.Level is PartyLevel.District
        ? area.Officers > 0
        : area.Officers > 0 && area.Women * Percent >= area.Officers * WomenPercent && area.HasOffice && area.HasAccount && area.PartsWithManagement >= area.PartsNeeded;

    // All provinces, 75 percent of the regencies of a province, 50 percent of the districts of a regency.
    private static int NeededOf(string area, int parts)
    {
        var percent = area.Length switch { 0 => Percent, 2 => 75, 4 => 50, _ => 0 };
        return ((parts * percent) + Percent - 1) / Percent;
    }

    private static PartyLevel LevelOf(string area) => area.Length switch
    {
        0 => PartyLevel.Centre,
        2 => PartyLevel.Province,
        4 => PartyLevel.Regency,
        _ => PartyLevel.District,
    };

    private PartyManagement? ManagementOf(string area) =>
        _items.TryGetValue((ItemKind.PartyManagement, area), out var item) ? PartyManagement.Parser.ParseFrom(item.Record) : null;

    private bool HasOffice(string area) => _items.TryGetValue((ItemKind.PartyOffice, area), out var item)
        && PartyOffice.Parser.ParseFrom(item.Record).UntilDate is var until && (!IsoDate.TryParse(until, out var day) || day >= today);
}
