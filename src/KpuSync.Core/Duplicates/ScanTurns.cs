using KpuSync.Core.Push;

namespace KpuSync.Core.Duplicates;

/// <summary>How much the scanner may look at now: whole pages at any time while nobody pushes, and while somebody does for a short turn after each long wait.</summary>
/// <remarks>Duplicates may come late, but not never: while offices push all day long, the scanner has a hundredth of the time, which the p99 of pushes bears. For one scanner: what it asks moves its turn on.</remarks>
public sealed class ScanTurns(PushActivity pushes, TimeProvider time)
{
    /// <summary>How long it waits for a pause at most.</summary>
    public static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(5);

    /// <summary>How long pages may begin in a turn, while pushes go on.</summary>
    public static readonly TimeSpan TurnLength = TimeSpan.FromMilliseconds(50);

    // Short pages while pushes go on: each holds what it locks for a moment only.
    private const int EntriesWhilePushing = 2;

    private long? _waitingSince;
    private long? _turnBegan;

    /// <summary>Most entries of the next page; 0 to wait. Asked again after a moment, it lets one begin in the end.</summary>
    public int EntriesNow()
    {
        if (!pushes.IsBusy)
        {
            _waitingSince = null;
            return Scanner.PageEntriesMax;
        }

        if (_turnBegan is { } began && time.GetElapsedTime(began) < TurnLength)
            return EntriesWhilePushing;
        _waitingSince ??= time.GetTimestamp();
        if (time.GetElapsedTime(_waitingSince.Value) < WaitMax)
            return 0;
        _waitingSince = null;
        _turnBegan = time.GetTimestamp();
        return EntriesWhilePushing;
    }
}
