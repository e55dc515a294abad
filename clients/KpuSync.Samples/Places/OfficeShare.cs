namespace KpuSync.Samples.Places;

/// <summary>An office and its weight when voters are shared out.</summary>
/// <param name="Office">4-digit Kemendagri code.</param>
/// <param name="Weight">Relative size; here the voters of the 2024 regional election.</param>
public sealed record OfficeShare(string Office, int Weight)
{
    /// <summary>The ten offices of NTB by their voters of the 2024 regional election (DPT), and Kota Denpasar in Bali.</summary>
    public static IReadOnlyList<OfficeShare> Default { get; } =
    [
        new("5201", 522_134),
        new("5202", 777_196),
        new("5203", 994_467),
        new("5204", 374_351),
        new("5205", 190_546),
        new("5206", 377_655),
        new("5207", 107_560),
        new("5208", 185_461),
        new("5271", 320_604),
        new("5272", 114_351),
        new("5171", 510_000),
    ];

    /// <summary>Shares out whole rows so that they sum to the total, whatever the weights.</summary>
    public static int[] Divide(int total, IReadOnlyList<OfficeShare> shares)
    {
        ArgumentNullException.ThrowIfNull(shares);
        var weights = shares.Sum(s => (long)s.Weight);
        var parts = new int[shares.Count];
        long before = 0;
        for (var i = 0; i < parts.Length; i++)
        {
            var after = before + shares[i].Weight;
            parts[i] = (int)((total * after / weights) - (total * before / weights));
            before = after;
        }

        return parts;
    }
}
