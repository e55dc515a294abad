namespace KpuSync.Client.Tests.Support;

/// <summary>The system's clock, set ahead.</summary>
internal sealed class ShiftedTime(TimeSpan ahead) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}
