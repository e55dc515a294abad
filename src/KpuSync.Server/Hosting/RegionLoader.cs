using KpuSync.Rules.Regions;
using KpuSync.Storage.Regions;

namespace KpuSync.Server.Hosting;

/// <summary>Brings the regions that were imported into the running server.</summary>
public sealed class RegionLoader(RegionOverlayStore overlays, CurrentRegions regions)
{
    private int _number;

    /// <summary>Loads what was imported since the last time.</summary>
    public async Task LoadAsync(CancellationToken ct)
    {
        if (await overlays.NumberAsync(ct) == _number)
            return;
        var (imported, number) = await overlays.ListAsync(ct);
        regions.Load(imported, number);
        _number = number;
    }
}
