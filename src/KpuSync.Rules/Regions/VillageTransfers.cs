using System.Collections.Frozen;

namespace KpuSync.Rules.Regions;

/// <summary>Village codes that are no longer used, and what they are today. Empty until a server loads what its database knows.</summary>
/// <remarks>Safe for many threads; loading replaces everything at once.</remarks>
public sealed class VillageTransfers
{
    private volatile FrozenDictionary<string, string> _today = FrozenDictionary<string, string>.Empty;

    /// <summary>Takes these transfers in place of those before.</summary>
    public void Load(IEnumerable<VillageMove> moves)
    {
        var next = moves.ToDictionary(m => m.OldCode, m => m.NewCode);
        _today = next.Keys.ToFrozenDictionary(old => old, old => Follow(next, old));
    }

    /// <summary>Today's code of a village; null if the code was not replaced.</summary>
    public string? Find(string oldCode) => _today.GetValueOrDefault(oldCode);

    // A village that was split off twice has two old codes, and both are today's. Bounded: data that goes round in a circle must not stop a server.
    private static string Follow(Dictionary<string, string> next, string code)
    {
        for (var steps = 0; steps < next.Count && next.TryGetValue(code, out var newer); steps++)
            code = newer;
        return code;
    }
}
