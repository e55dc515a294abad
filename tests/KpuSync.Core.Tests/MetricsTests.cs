using System.Diagnostics;
using System.Diagnostics.Metrics;
using KpuSync.Core.Telemetry;
using KpuSync.TestKit.Changes;

namespace KpuSync.Core.Tests;

/// <summary>What a push leaves in the meter and in the traces.</summary>
public class MetricsTests : CoreTests
{
    [Fact]
    public async Task Push_RepeatedBatch_CountsItsChangesOnce()
    {
        var counted = Listen();
        var batch = BatchExamples.Of(1, VoterExamples.New(1), VoterExamples.Remove(VoterExamples.Record(2).Nik));

        await Core.PushAsync(batch);
        await Core.PushAsync(batch);

        counted["kpusync.push.batches acknowledged"].ShouldBe(1);
        counted["kpusync.push.batches repeated"].ShouldBe(1);
        counted["kpusync.push.changes Applied none"].ShouldBe(1);
        counted["kpusync.push.changes Rejected VOTER_NOT_REGISTERED"].ShouldBe(1);
        counted["kpusync.push.group.changes"].ShouldBe(2);
    }

    [Fact]
    public async Task Push_Refused_CountsTheReason()
    {
        var counted = Listen();

        await Core.PushAsync(BatchExamples.Of(7, VoterExamples.New(1)));

        counted["kpusync.push.batches SEQUENCE_GAP"].ShouldBe(1);
    }

    [Fact]
    public async Task Figures_AfterAHoldAndARejection_CountThemByOffice()
    {
        await PushAsync(
            VoterExamples.Upsert(VoterExamples.Record(1, birthDate: "1924-05-05")), VoterExamples.Remove(VoterExamples.Record(2).Nik), VoterExamples.New(3));

        var figures = await Core.Get<IFiguresReader>().ReadAsync(default);

        (figures.Held["5201"], figures.Parked["5201"], figures.EntriesBehind).ShouldBe((1, 1, 1));
        figures.LastEntries["5201"].ShouldBe(Core.Time.GetUtcNow().ToUnixTimeMilliseconds());
    }

    [Fact]
    public async Task Spans_OfAPush_HoldCountsAlone()
    {
        var spans = new List<Activity>();
        var committed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == SyncTracing.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span =>
            {
                lock (spans)
                    spans.Add(span);
                if (span is { OperationName: "group commit", Parent: null })
                    committed.TrySetResult();
            },
        };
        ActivitySource.AddActivityListener(listener);

        await PushAsync(VoterExamples.New(1));

        // The writer answers before its span ends.
        await committed.Task.WaitAsync(TimeSpan.FromMinutes(1));

        // Other tests' cores write to the same source meanwhile.
        lock (spans)
        {
            spans.ShouldContain(span => span.OperationName == "push");
            spans.ShouldContain(span => span.OperationName == "group commit" && span.Parent == null);
            spans.SelectMany(span => span.TagObjects).Select(tag => tag.Key).Distinct()
                .ShouldBeSubsetOf(["kpusync.changes", "kpusync.batches", "kpusync.office"]);
        }
    }

    // Sums by name and tags, of this core's meter alone.
    private Dictionary<string, long> Listen()
    {
        var counted = new Dictionary<string, long>();

        // Before the listener: it calls back under a lock that the making of a meter takes too.
        var meter = Core.Get<SyncMetrics>().Meter;
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter == meter)
                    listening.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            lock (counted)
            {
                var key = string.Join(' ', tags.ToArray().Select(tag => tag.Value?.ToString()).Prepend(instrument.Name));
                counted[key] = counted.GetValueOrDefault(key) + value;
            }
        });
        listener.Start();
        return counted;
    }
}
