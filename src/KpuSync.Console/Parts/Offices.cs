using KpuSync.Core.Access;
using KpuSync.Rules.Values;

namespace KpuSync.Console.Parts;

/// <summary>Which offices there are to choose from.</summary>
internal static class Offices
{
    /// <summary>Codes in a range: the range itself, for the nation its provinces, then the offices.</summary>
    /// <param name="range">Of the caller.</param>
    /// <param name="officesOnly">Without provinces and nation.</param>
    public static IReadOnlyList<string> In(OfficeCode range, bool officesOnly)
    {
        var offices = OfficeGrants.OfficesIn(range).Select(o => o.Value).ToList();
        if (officesOnly || range.Kind is OfficeKind.Regency)
            return offices;
        var provinces = range.Kind is OfficeKind.Centre ? offices.Select(o => "P" + o[..2]).Distinct() : [];
        return [range.Value, .. provinces, .. offices];
    }

    /// <summary>The first single office of a range.</summary>
    public static string FirstOf(OfficeCode range) => In(range, officesOnly: true) is [var first, ..] ? first : range.Value;
}
