using KpuSync.Client;
using KpuSync.Rules.Regions;

namespace KpuSync.Cli.Demo;

/// <summary>One office of the demonstration: its installation and what its pushes gave.</summary>
internal sealed class DemoOffice(string code, string home, KpuSyncClient client)
{
    private readonly List<PushReport> _reports = [];

    public string Code => code;

    /// <summary>Directory of its installation.</summary>
    public string Home => home;

    public KpuSyncClient Client => client;

    /// <summary>Code and name: <c>5201 Kab. Lombok Barat</c>.</summary>
    public string Name { get; } = RegionCatalogue.Default.TryGetOffice(code, out var region)
        ? $"{code} {region.Name.Replace("Kabupaten", "Kab.", StringComparison.OrdinalIgnoreCase)}"
        : code;

    /// <summary>The same without the kind of regency: <c>5201 Lombok Barat</c>.</summary>
    public string ShortName => Name.Replace("Kab. ", "", StringComparison.Ordinal);

    public IReadOnlyList<PushReport> Reports => _reports;

    /// <summary>Voters that the server is known to hold, after all pushes.</summary>
    public long Registered { get; set; }

    /// <summary>Voters that it must hold by the truth file.</summary>
    public required long RegisteredInTruth { get; init; }

    /// <summary>Outcomes of all pushes together.</summary>
    public OutcomeTotals Totals { get; private set; }

    public long Unreadable => _reports.Sum(r => r.Delta.Unreadable);

    public void Take(PushReport report)
    {
        _reports.Add(report);
        var (sum, more) = (Totals, report.Outcomes);
        Totals = new OutcomeTotals(
            sum.Applied + more.Applied,
            sum.Unchanged + more.Unchanged,
            sum.Held + more.Held,
            sum.Conflict + more.Conflict,
            sum.Rejected + more.Rejected,
            sum.NotApplied + more.NotApplied,
            sum.Superseded + more.Superseded);
    }
}
