using System.Diagnostics;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Telemetry;

/// <summary>Spans under the source <c>KpuSync</c>. As for metrics: office codes and counts, never a person.</summary>
public static class SyncTracing
{
    /// <summary>Name of the source.</summary>
    public const string SourceName = "KpuSync";

    private static readonly ActivitySource Source = new(SourceName);

    /// <summary>One batch, from its arrival to its answer.</summary>
    internal static Activity? Push(int changes) => Source.StartActivity("push")?.SetTag("kpusync.changes", changes);

    /// <summary>One group of batches in one transaction. A trace of its own: it belongs to every push in it.</summary>
    internal static Activity? GroupCommit(int batches, long changes)
    {
        Activity.Current = null;
        return Source.StartActivity("group commit")?.SetTag("kpusync.batches", batches).SetTag("kpusync.changes", changes);
    }

    /// <summary>One page of a ledger for a reader.</summary>
    internal static Activity? PullPage(OfficeCode office) => Source.StartActivity("pull page")?.SetTag("kpusync.office", office.Value);

    /// <summary>One page of a ledger for the scanner.</summary>
    internal static Activity? ScanPage(OfficeCode office) => Source.StartActivity("scan page")?.SetTag("kpusync.office", office.Value);
}
