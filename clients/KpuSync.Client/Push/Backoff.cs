using System.Security.Cryptography;
using Grpc.Core;

namespace KpuSync.Client.Push;

/// <summary>Decides whether to try again, and waits. Jittered, so that 514 offices do not come back in the same second.</summary>
internal sealed class Backoff(KpuSyncClientOptions options, Action<TimeSpan> waiting)
{
    private const int UnknownTriesMax = 5;
    private const double DelayGrowth = 2;

    private TimeSpan _delay = options.RetryDelayMin;
    private long _since = options.Time.GetTimestamp();
    private int _unknown;

    /// <summary>How often the caller had to wait.</summary>
    public int Waits { get; private set; }

    /// <summary>Something was acknowledged: the patience begins anew.</summary>
    public void Progressed()
    {
        _delay = options.RetryDelayMin;
        _since = options.Time.GetTimestamp();
        _unknown = 0;
    }

    /// <summary>True after a wait if the call should be made again; false if it is of no use.</summary>
    public async Task<bool> AgainAsync(RpcException failure, CancellationToken cancellationToken)
    {
        var kind = RpcErrors.KindOf(failure);
        if (kind == FailureKind.Permanent || (kind == FailureKind.Unknown && ++_unknown > UnknownTriesMax))
            return false;
        if (options.Time.GetElapsedTime(_since) + _delay > options.RetryFor)
            return false;
        Waits++;
        var delay = RpcErrors.RetryDelayOf(failure) ?? _delay * (0.5 + (RandomNumberGenerator.GetInt32(1_000) / 1_000.0));
        waiting(delay);
        await Task.Delay(delay, options.Time, cancellationToken);
        _delay = TimeSpan.FromTicks(Math.Min((long)(_delay.Ticks * DelayGrowth), options.RetryDelayMax.Ticks));
        return true;
    }
}
