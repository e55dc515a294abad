using KpuSync.Contracts.V1;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Replay;

/// <summary>A job as it is stored: what callers see of it, and how far it has come.</summary>
/// <param name="Job">What callers see.</param>
/// <param name="Cursor">The last change that it has looked at.</param>
public sealed record StoredJob(FailedJob Job, ParkedCursor Cursor)
{
    /// <summary>The office, province or nation that it is about.</summary>
    public OfficeCode Range => OfficeCode.Parse(Job.Filter.Range);

    /// <summary>What it is about: nothing that came after it was confirmed.</summary>
    public ParkedFilter Meant
    {
        get
        {
            var filter = ParkedFilters.ReadOpen(Job.Filter).Value;
            var began = Job.CreateTime.ToDateTimeOffset().ToUnixTimeMilliseconds() + 1;
            return filter with { UntilMilliseconds = Math.Min(filter.UntilMilliseconds ?? began, began) };
        }
    }

    /// <summary>True while it goes on.</summary>
    public bool IsRunning => Job.State is FailedJobState.Running;

    /// <summary>The same job, further on.</summary>
    public StoredJob With(Action<FailedJob> change, ParkedCursor? cursor = null)
    {
        var job = Job.Clone();
        change(job);
        return new StoredJob(job, cursor ?? Cursor);
    }
}
