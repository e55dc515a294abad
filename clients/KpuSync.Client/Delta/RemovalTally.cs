using KpuSync.Client.State;
using KpuSync.Client.Texts;
using KpuSync.Rules.Regions;

namespace KpuSync.Client.Delta;

/// <summary>Counts by village whom a delta would remove: a wrong file shows there first.</summary>
internal sealed class RemovalTally(BaselineTable table)
{
    private readonly Dictionary<long, int> _removals = [];
    private readonly int _active = table.ActiveCount;

    public long Removals { get; private set; }

    /// <summary>Counts a voter who is active now.</summary>
    public void Add(int index)
    {
        var state = table[index].State;
        if (!state.IsActive)
            return;
        Removals++;
        _removals[state.Village] = _removals.GetValueOrDefault(state.Village) + 1;
    }

    /// <summary>True if so many removals need a person's word first.</summary>
    public static bool IsOver(long removals, long active, double shareMax) => removals > 0 && removals > shareMax * active;

    /// <exception cref="MassRemovalException">More than the share would be removed.</exception>
    public void Check(double shareMax)
    {
        if (!IsOver(Removals, _active, shareMax))
            return;
        var active = new Dictionary<long, long>();
        for (var i = 0; i < table.Count; i++)
        {
            if (table[i].State.IsActive && _removals.ContainsKey(table[i].State.Village))
                active[table[i].State.Village] = active.GetValueOrDefault(table[i].State.Village) + 1;
        }

        throw ClientTexts.MassRemoval(Removals, _active, shareMax, [.. _removals.OrderByDescending(v => v.Value).Select(v =>
        {
            var code = v.Key.ToString("D10", System.Globalization.CultureInfo.InvariantCulture);
            return new VillageCount(code, RegionCatalogue.Default.NameOf(code) ?? "", v.Value, active.GetValueOrDefault(v.Key));
        })]);
    }
}
