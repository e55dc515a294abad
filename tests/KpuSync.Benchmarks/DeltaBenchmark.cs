using System.CommandLine;
using System.Text;
using KpuSync.Client;
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
        await using var bench = await Bench.SetUpAsync();
        var client = await bench.ClientOfAsync(Office);
        var export = Exports.WriteClean(bench.Workspace, Office, rows);
        await Bench.PushNewAsync(client, export, rows);

        var (ratios, stringRatios) = (new List<double>(), new List<double>());
        for (var run = 1; run <= runs; run++)
        {
            var read = Measure(() => ReadEveryField(export));
            var strings = Measure(() => ReadStrings(export));
            var delta = await MeasureAsync(() => PushUnchangedAsync(client, export, rows));
            stringRatios.Add(delta / strings);
            ratios.Add(delta / read);
            output.Result(
                new { Benchmark = "delta", Run = run, Rows = rows, ReadSeconds = read, StringSeconds = strings, DeltaSeconds = delta, Ratio = delta / read, StringRatio = delta / strings },
                $"  read {read:F2} s, read as strings {strings:F2} s, no change recognised in {delta:F2} s: {delta / read:F2} and {delta / strings:F2} times");
        }

        output.Result(
            new { Benchmark = "delta_summary", Rows = rows, Runs = runs, Ratio = Spread.Of(ratios), StringRatio = Spread.Of(stringRatios) },
            $"  ratio to reading every field: {Spread.Of(ratios)}; to reading each as a string: {Spread.Of(stringRatios)}");
    }

    private static async Task PushUnchangedAsync(KpuSyncClient client, string export, int rows)
    {
        var report = await client.PushAsync(export);
        if (report.Delta.Changes != 0 || report.Delta.Unchanged != rows)
            throw new InvalidOperationException($"The identical export was not recognised as no change: {report.Delta}.");
    }

    /// <summary>Reads every field as a string, for comparison.</summary>
    private static long ReadStrings(string export) => Walk(export, static (csv, field) => csv.GetString(field).Length);

    /// <summary>The yardstick: every field is read, none becomes a string, nothing is looked up.</summary>
    private static long ReadEveryField(string export) => Walk(export, static (csv, field) => csv.GetFieldSpan(field).Length);

    private static long Walk(string export, Func<CsvDataReader, int, int> take)
    {
        using var text = new StreamReader(export, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 17);
        using var csv = CsvDataReader.Create(text, new CsvDataReaderOptions { BufferSize = 1 << 16 });
        long characters = 0;
        while (csv.Read())
        {
            for (var field = 0; field < csv.RowFieldCount; field++)
                characters += take(csv, field);
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
