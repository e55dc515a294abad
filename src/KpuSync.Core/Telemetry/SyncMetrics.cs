using System.Diagnostics.Metrics;
using KpuSync.Contracts.V1;
using KpuSync.Core.Push;
using KpuSync.Rules.Registry;

namespace KpuSync.Core.Telemetry;

/// <summary>What the server counts and times, under the meter <c>KpuSync</c>. Tags are codes and office codes only: never a person, a producer or a file.</summary>
public sealed class SyncMetrics : IDisposable
{
    /// <summary>Name of the meter.</summary>
    public const string MeterName = "KpuSync";

    private const string NoCode = "none";

    private readonly TimeProvider _time;
    private readonly Counter<long> _batches;
    private readonly Counter<long> _changes;
    private readonly Counter<long> _warnings;
    private readonly Histogram<double> _groupSeconds;
    private readonly Histogram<long> _groupChanges;
    private readonly Histogram<long> _groupBatches;
    private readonly Counter<long> _scanned;
    private readonly Counter<long> _replayed;
    private volatile StoreFigures? _figures;

    /// <summary>Makes the instruments; they cost next to nothing while nobody listens.</summary>
    public SyncMetrics(TimeProvider time)
    {
        _time = time;
        Meter = new Meter(MeterName);
        _batches = Meter.CreateCounter<long>("kpusync.push.batches", "{batch}", "Batches that came, by result: acknowledged, repeated, or the reason of the refusal.");
        _changes = Meter.CreateCounter<long>("kpusync.push.changes", "{change}", "Changes that were acknowledged, by outcome and the code that decided it.");
        _warnings = Meter.CreateCounter<long>("kpusync.push.warnings", "{warning}", "Warnings in receipts, by code.");
        _groupSeconds = Meter.CreateHistogram("kpusync.push.group.duration", "s", "How long a group of batches took, from its begin to its commit.", advice: Buckets(SecondsBounds));
        _groupChanges = Meter.CreateHistogram("kpusync.push.group.changes", "{change}", "Changes in a group.", advice: Buckets<long>([1, 10, 100, 500, 1_000, 2_000, 4_000, 8_000, 16_000]));
        _groupBatches = Meter.CreateHistogram("kpusync.push.group.batches", "{batch}", "Batches in a group.", advice: Buckets<long>([1, 2, 4, 8, 16, 32, 64]));
        _scanned = Meter.CreateCounter<long>("kpusync.scan.changes", "{change}", "Changes that the scanner has looked at.");
        _replayed = Meter.CreateCounter<long>("kpusync.replay.changes", "{change}", "Parked changes that jobs have replayed or discarded, tried in vain included.");
        Meter.CreateObservableGauge("kpusync.office.lag", Lags, "s", "Time since the last entry of an office's ledger.");
        Meter.CreateObservableGauge("kpusync.held", () => ByOffice(_figures?.Held), "{change}", "Held changes that wait, by office.");
        Meter.CreateObservableGauge("kpusync.parked", () => ByOffice(_figures?.Parked), "{change}", "Parked changes that wait, by office.");
        Meter.CreateObservableGauge("kpusync.cases.open", Cases, "{case}", "Duplicate cases that wait for a decision, by class and reach.");
        Meter.CreateObservableGauge("kpusync.scan.behind", () => Single(_figures?.EntriesBehind), "{entry}", "Ledger entries that the scanner has not looked at yet.");
        Meter.CreateObservableGauge("kpusync.replay.jobs", () => Single(_figures?.RunningJobs), "{job}", "Replay and discard jobs that are running.");
    }

    /// <summary>The meter, for a listener that wants this server's alone.</summary>
    public Meter Meter { get; }

    private static double[] SecondsBounds => [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    /// <summary>What the gauges show until the next reading.</summary>
    public void Show(StoreFigures figures) => _figures = figures;

    /// <inheritdoc/>
    public void Dispose() => Meter.Dispose();

    internal void Answered(Result<AcknowledgedReceipt> answer)
    {
        if (!_batches.Enabled)
            return;
        if (!answer.IsOk)
        {
            _batches.Add(1, new KeyValuePair<string, object?>("result", SyncErrors.Of(answer.Error.Reason).Code));
            return;
        }

        _batches.Add(1, new KeyValuePair<string, object?>("result", answer.Value.Repeated ? "repeated" : "acknowledged"));
        if (!answer.Value.Repeated)
            Count(answer.Value.Receipt);
    }

    internal void Committed(int batches, long changes, TimeSpan elapsed)
    {
        _groupSeconds.Record(elapsed.TotalSeconds);
        _groupChanges.Record(changes);
        _groupBatches.Record(batches);
    }

    internal void Scanned(int changes) => _scanned.Add(changes);

    /// <summary>A job has looked at parked changes.</summary>
    public void Replayed(int changes) => _replayed.Add(changes);

    private void Count(Receipt receipt)
    {
        // What a receipt does not list is clean.
        var (applied, unchanged) = (receipt.Counts.Applied, receipt.Counts.Unchanged);
        foreach (var outcome in receipt.Outcomes)
        {
            applied -= outcome.Status is OutcomeStatus.Applied ? 1 : 0;
            unchanged -= outcome.Status is OutcomeStatus.Unchanged ? 1 : 0;
            Add(outcome.Status, outcome.Violations.FirstOrDefault(v => v.Severity is not Severity.Warning)?.Code ?? NoCode, 1);
            foreach (var violation in outcome.Violations)
            {
                if (violation.Severity is Severity.Warning)
                    _warnings.Add(1, new KeyValuePair<string, object?>("code", violation.Code));
            }
        }

        Add(OutcomeStatus.Applied, NoCode, applied);
        Add(OutcomeStatus.Unchanged, NoCode, unchanged);
    }

    private void Add(OutcomeStatus status, string code, long count)
    {
        if (count > 0)
            _changes.Add(count, new KeyValuePair<string, object?>("outcome", status.ToString()), new KeyValuePair<string, object?>("code", code));
    }

    private IEnumerable<Measurement<double>> Lags()
    {
        var now = _time.GetUtcNow().ToUnixTimeMilliseconds();
        return _figures is { } figures
            ? figures.LastEntries.Select(last => new Measurement<double>(Math.Max(0, now - last.Value) / 1000d, new KeyValuePair<string, object?>("office", last.Key)))
            : [];
    }

    // Every class and reach, so that the last case that is settled leaves a 0 behind.
    private IEnumerable<Measurement<long>> Cases()
    {
        if (_figures is not { } figures)
            yield break;
        var counts = figures.OpenCases.ToDictionary(open => (open.Class, open.Reach), open => open.Count);
        foreach (var kind in Enum.GetValues<CaseClass>().Where(kind => kind is not CaseClass.Unspecified))
        {
            foreach (var reach in Enum.GetValues<CaseReach>().Where(reach => reach is not CaseReach.Unspecified))
            {
                yield return new Measurement<long>(
                    counts.GetValueOrDefault((kind, reach)), new KeyValuePair<string, object?>("class", kind.ToString()), new KeyValuePair<string, object?>("reach", reach.ToString()));
            }
        }
    }

    private static IEnumerable<Measurement<long>> ByOffice(IReadOnlyDictionary<string, long>? counts) =>
        counts?.Select(count => new Measurement<long>(count.Value, new KeyValuePair<string, object?>("office", count.Key))) ?? [];

    private static IEnumerable<Measurement<long>> Single(long? value) => value is { } known ? [new(known)] : [];

    private static InstrumentAdvice<T> Buckets<T>(IReadOnlyList<T> bounds)
        where T : struct => new() { HistogramBucketBoundaries = bounds };
}
