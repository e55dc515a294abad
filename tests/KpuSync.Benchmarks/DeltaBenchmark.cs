using System.CommandLine;
using System.Text;
using Sylvan.Data.Csv;

namespace KpuSync.Benchmarks;

/// <summary>An identical export pushed again, against reading every field of the same file with the same CSV reader.</summary>
internal static class DeltaBenchmark
{
    // The largest office of NTB: a million rows are its size.
    private const string Office = "5203";

    public static Command Command()
    {
        var rows = Arguments.Count("--rows", 1_000_000, "Rows of the export.");
        var runs = Arguments.Count("--runs", 5, "Times that both are measured, in turn.");
        var json = Arguments.Json();
        var command = new Command("delta", "Recognising an identical export as no change, as a multiple of the time of reading it.") { rows, runs, json };
        command.SetAction((result, _) => RunAsync(result.GetValue(rows), result.GetValue(runs), new Output(result.GetValue(json))));
        return command;
    }

    private static async Task RunAsync(int rows, int runs, Output output)
    {
        output.Say($"delta: {rows:N0} rows of office {Office}; first they are pushed as new");
        await using var bench = await Bench.SetUpAsync(Office);
        var export = Exports.WriteClean(bench.Workspace, Office, rows);
        await bench.PushNewAsync(export, rows);

        var (reads, deltas, ratios) = (new List<double>(), new List<double>(), new List<double>());
        for (var run = 1; run <= runs; run++)
        {
            var read = Measure(() => ReadEveryField(export));
            var delta = await MeasureAsync(() => PushUnchangedAsync(bench, export, rows));
            reads.Add(read);
            deltas.Add(delta);
            ratios.Add(delta / read);
            output.Result(
                new { Benchmark = "delta", Run = run, Rows = rows, ReadSeconds = read, DeltaSeconds = delta, Ratio = delta / read },
                $"  read {read:F2} s, no change recognised in {delta:F2} s: {delta / read:F2} times");
        }

        output.Result(
            new { Benchmark = "delta_summary", Rows = rows, Runs = runs, Ratio = Spread.Of(ratios), ReadSeconds = Spread.Of(reads), DeltaSeconds = Spread.Of(deltas) },
            $"  read: {Spread.Of(reads)} s; delta: {Spread.Of(deltas)} s; ratio: {Spread.Of(ratios)}");
    }

    private static async Task PushUnchangedAsync(Bench bench, string export, int rows)
    {
        var report = await bench.Client.PushAsync(export);
        if (report.Delta.Changes != 0 || report.Delta.Unchanged != rows)
            throw new InvalidOperationException($"The identical export was not recognised as no change: {report.Delta}.");
    }

    // The floor: no field becomes a string, and nothing is looked up.
    private static long ReadEveryField(string export)
    {
        using var text = new StreamReader(export, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 17);
        using var csv = CsvDataReader.Create(text, new CsvDataReaderOptions { BufferSize = 1 << 16 });
        long characters = 0;
        while (csv.Read())
        {
            for (var field = 0; field < csv.RowFieldCount; field++)
                characters += csv.GetFieldSpan(field).Length;
        }

        return characters;
    }

    private static double Measure(Func<long> work)
    {
        var start = TimeProvider.System.GetTimestamp();
        work();
        return TimeProvider.System.GetElapsedTime(start).TotalSeconds;
    }

    private static async Task<double> MeasureAsync(Func<Task> work)
    {
        var start = TimeProvider.System.GetTimestamp();
        await work();
        return TimeProvider.System.GetElapsedTime(start).TotalSeconds;
    }
}
