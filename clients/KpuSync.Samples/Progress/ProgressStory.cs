using KpuSync.Samples.Numbers;

namespace KpuSync.Samples.Progress;

/// <summary>How one office spends in a year: what is planted, and the figures of each month that follow from it.</summary>
internal sealed class ProgressStory
{
    private const int Months = 12;
    private const int PartsOfWhole = 10_000;
    private const long Thousand = 1_000;

    // The revision of the ceiling is granted in this month.
    private const int RevisionMonth = 4;

    private readonly int _planShare;
    private readonly int _paceShare;

    private ProgressStory(int planShare, int paceShare, long initialCeiling)
    {
        (_planShare, _paceShare) = (planShare, paceShare);
        InitialCeiling = initialCeiling;
        RevisedCeiling = initialCeiling * 97 / 100 / Thousand * Thousand;
    }

    /// <summary>Ceiling in whole rupiah as first granted.</summary>
    public long InitialCeiling { get; }

    /// <summary>Ceiling after the revision.</summary>
    public long RevisedCeiling { get; }

    /// <summary>True if it spends slower than it plans.</summary>
    public bool IsSlow => _paceShare < PartsOfWhole;

    /// <summary>True if its own plan stops short of the year's target, or it spends too slowly to reach it.</summary>
    public bool IsUnderTarget { get; private init; }

    /// <summary>True if it waits for a second revision.</summary>
    public bool IsWaiting { get; private init; }

    /// <summary>False if it has not reported the last month.</summary>
    public bool ReportsLastMonth { get; private init; } = true;

    /// <summary>The story of an office.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="index">Its place among the offices: every fourth is slow, every fourth plans too little, every fifth waits, and of ten one is late.</param>
    /// <param name="weight">Its size.</param>
    public static ProgressStory Of(ulong seed, int index, int weight)
    {
        var random = SplitMix.For(seed, purpose: 0x50524F47 + (ulong)index);
        var (isSlow, plansLittle) = (index % 4 == 1, index % 4 == 2);
        var ceiling = (8_000_000_000 + (weight * 40_000L) + random.Below(1_000_000_000)) / Thousand * Thousand;
        return new ProgressStory(plansLittle ? 9_400 : 9_750, isSlow ? random.Between(7_500, 8_500) : PartsOfWhole, ceiling)
        {
            IsUnderTarget = isSlow || plansLittle,
            IsWaiting = index % 5 == 3,
            ReportsLastMonth = index % 10 != 9,
        };
    }

    /// <summary>Ceiling in a month.</summary>
    public long CeilingIn(int month) => month < RevisionMonth ? InitialCeiling : RevisedCeiling;

    /// <summary>Number of the revision in a month.</summary>
    public static int RevisionIn(int month) => month < RevisionMonth ? 0 : 1;

    /// <summary>Planned to be spent until the end of a month.</summary>
    public long PlannedIn(int month) => RevisedCeiling * _planShare / PartsOfWhole * month / Months;

    /// <summary>Spent until the end of a month.</summary>
    public long RealisedIn(int month) => PlannedIn(month) * _paceShare / PartsOfWhole;
}
