using KpuSync.Rules.Values;

namespace KpuSync.Core.Push;

/// <summary>The people that changes touch.</summary>
internal static class TouchedNiks
{
    /// <summary>Each once, in NIK order so that look-ups stay local.</summary>
    public static Nik[] Of(IEnumerable<ScreenedChange> changes)
    {
        var niks = new HashSet<Nik>();
        foreach (var change in changes)
        {
            if (change.Nik is { } nik)
                niks.Add(nik);
            if (change.OldNik is { } old)
                niks.Add(old);
        }

        var sorted = niks.ToArray();
        Array.Sort(sorted);
        return sorted;
    }
}
