using System.Threading.RateLimiting;
using KpuSync.Rules.Values;
using KpuSync.Server.Configuration;
using Microsoft.Extensions.Options;

namespace KpuSync.Server.Calls;

/// <summary>Keeps one office from crowding out the others: calls at a time, and calls (and pushed batches) per second.</summary>
public sealed class OfficeRates : IDisposable
{
    private readonly PartitionedRateLimiter<OfficeCode> _atATime;
    private readonly PartitionedRateLimiter<OfficeCode> _perSecond;
    private readonly PartitionedRateLimiter<OfficeCode> _lookUps;

    public OfficeRates(IOptions<ServerOptions> options)
    {
        var limits = options.Value.Limits;
        _atATime = PartitionedRateLimiter.Create<OfficeCode, OfficeCode>(office => RateLimitPartition.GetConcurrencyLimiter(office,
            _ => new ConcurrencyLimiterOptions { PermitLimit = limits.CallsPerOfficeMax, QueueLimit = 0 }));
        _perSecond = PartitionedRateLimiter.Create<OfficeCode, OfficeCode>(office => RateLimitPartition.GetTokenBucketLimiter(office,
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = limits.CallsPerOfficeBurst,
                TokensPerPeriod = limits.CallsPerOfficePerSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                QueueLimit = limits.CallsPerOfficeMax,
                QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
            }));
        _lookUps = PartitionedRateLimiter.Create<OfficeCode, OfficeCode>(office => RateLimitPartition.GetTokenBucketLimiter(office,
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = limits.LookUpsPerOfficePerMinute,
                TokensPerPeriod = limits.LookUpsPerOfficePerMinute,
                ReplenishmentPeriod = TimeSpan.FromMinutes(1),
                QueueLimit = 0,
            }));
    }

    /// <summary>Lets a call in. The lease is held until the call ends.</summary>
    /// <returns>Null if the office has too many calls.</returns>
    public RateLimitLease? TryEnter(OfficeCode office)
    {
        var place = _atATime.AttemptAcquire(office);
        if (place.IsAcquired)
        {
            using var turn = _perSecond.AttemptAcquire(office);
            if (turn.IsAcquired)
                return place;
        }

        place.Dispose();
        return null;
    }

    /// <summary>Counts a call that looks people up, so that nobody can work through numbers with it.</summary>
    /// <returns>False if the office has looked up too much.</returns>
    public bool TryLookUp(OfficeCode office)
    {
        using var turn = _lookUps.AttemptAcquire(office);
        return turn.IsAcquired;
    }

    /// <summary>Counts a batch of a push stream. A stream that is too fast is slowed down rather than ended: its window holds the sender back.</summary>
    /// <returns>False if too many batches of the office wait already.</returns>
    public async ValueTask<bool> TakeTurnAsync(OfficeCode office, CancellationToken ct)
    {
        using var turn = await _perSecond.AcquireAsync(office, 1, ct);
        return turn.IsAcquired;
    }

    public void Dispose()
    {
        _atATime.Dispose();
        _perSecond.Dispose();
        _lookUps.Dispose();
    }
}
