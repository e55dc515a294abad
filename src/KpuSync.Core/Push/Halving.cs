namespace KpuSync.Core.Push;

/// <summary>Finds which of some changes a healthy database refuses, by halving: each try writes a part of them and rolls back.</summary>
internal static class Halving
{
    /// <summary>The places of those that are to blame; null if it fails whatever is left out, so that none of them is.</summary>
    /// <remarks>
    /// The one to blame is the last of the shortest beginning that fails: whatever it builds on is there. With it left out the next is looked for, so that in
    /// the end what is left is written.
    /// </remarks>
    /// <param name="count">How many there are.</param>
    /// <param name="failsWithoutAsync">Whether writing them fails if these are left out.</param>
    public static async ValueTask<IReadOnlySet<int>?> FindAsync(int count, Func<IReadOnlySet<int>, ValueTask<bool>> failsWithoutAsync)
    {
        var found = new HashSet<int>();
        if (await FailsAsync(0))
            return null;
        while (await FailsAsync(count))
        {
            var (holds, fails) = (0, count);
            while (fails - holds > 1)
            {
                var middle = holds + ((fails - holds) / 2);
                (holds, fails) = await FailsAsync(middle) ? (holds, middle) : (middle, fails);
            }

            found.Add(fails - 1);
        }

        return found;

        ValueTask<bool> FailsAsync(int length) => failsWithoutAsync(Enumerable.Range(length, count - length).Concat(found).ToHashSet());
    }
}
