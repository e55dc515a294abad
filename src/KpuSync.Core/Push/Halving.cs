namespace KpuSync.Core.Push;

/// <summary>Finds which of some changes a healthy database refuses, by halving: each try writes a part of them and rolls back.</summary>
internal static class Halving
{
    /// <summary>The places of those that are to blame; null if the rest fails whatever is left out, so that none of them is.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="failsWithoutAsync">Whether writing them fails if these are left out.</param>
    public static async ValueTask<IReadOnlySet<int>?> FindAsync(int count, Func<IReadOnlySet<int>, ValueTask<bool>> failsWithoutAsync)
    {
        if (await failsWithoutAsync(Enumerable.Range(0, count).ToHashSet()))
            return null;
        var found = new HashSet<int>();
        await SearchAsync(0, count);
        return found;

        async ValueTask SearchAsync(int from, int to)
        {
            if (!await failsWithoutAsync(Enumerable.Range(0, count).Where(i => i < from || i >= to).ToHashSet()))
                return;
            if (to - from == 1)
            {
                found.Add(from);
                return;
            }

            var middle = from + ((to - from) / 2);
            await SearchAsync(from, middle);
            await SearchAsync(middle, to);
        }
    }
}
