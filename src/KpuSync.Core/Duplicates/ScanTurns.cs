using KpuSync.Core.Push;

namespace KpuSync.Core.Duplicates;

/// <summary>When the scanner may look at a page: at any time while nobody pushes, and while somebody does for a short turn after each long wait.</summary>
/// <remarks>Duplicates may come late, but not never: while offices push all day long, the scanner has a hundredth of the time, which the p99 of pushes bears. For one scanner: what it asks moves its turn on.</remarks>
public sealed class ScanTurns(PushActivity pushes, TimeProvider time)
{
    /// <summary>How long it waits for a pause at most.</summary>
    public static readonly TimeSpan WaitMax = TimeSpan.FromSeconds(5);

    /// <summary>How long pages may begin in a turn, while pushes go on.</summary>
    public static readonly TimeSpan TurnLength = TimeSpan.FromMilliseconds(50);

    private long? _waitingSince;
    private long? _turnBegan;

    /// <summary>True if the next page may be looked at now. Asked again after a moment, it says yes in the end.</summary>
    public bool MayBegin()
    {
        if (!pushes.IsBusy)
        {
            _waitingSince = null;
            return true;
        }

        if (_turnBegan is { } began && time.GetElapsedTime(began) < TurnLength)
            return true;
        _waitingSince ??= time.GetTimestamp();
        if (time.GetElapsedTime(_waitingSince.Value) < WaitMax)
            return false;
        _waitingSince = null;
        _turnBegan = time.GetTimestamp();
        return true;
    }
}
