using KpuSync.Rules.Values;

namespace KpuSync.Storage;

/// <summary>The regencies of a range, as a range of keys: LIKE would scan.</summary>
internal static class RegencyCodes
{
    /// <summary>From the first code to before the second. A code is digits, and ':' follows '9'.</summary>
    public static (string From, string To) Of(OfficeCode range) => range.Kind switch
    {
        OfficeKind.Regency => (range.Value, range.Value + "0"),
        OfficeKind.Province => (range.ProvinceCode, range.ProvinceCode + ":"),
        _ => ("0", ":"),
    };
}
