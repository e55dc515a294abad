namespace KpuSync.Process.Tests.Support;

/// <summary>Waits for what other processes bring about.</summary>
internal static class Eventually
{
    // Servers refuse who asks more often.
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);

    // Many times what it takes on a quiet machine.
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(3);

    /// <summary>Looks until it is so.</summary>
    /// <exception cref="TimeoutException">It never was; the message is <paramref name="what"/>.</exception>
    public static async Task IsSoAsync(string what, Func<Task<bool>> look)
    {
        var began = TimeProvider.System.GetTimestamp();
        using var timer = new PeriodicTimer(LookEvery);
        while (!await look())
        {
            if (TimeProvider.System.GetElapsedTime(began) > Within)
                throw new TimeoutException($"It never came to this: {what}.");
            await timer.WaitForNextTickAsync();
        }
    }
}
