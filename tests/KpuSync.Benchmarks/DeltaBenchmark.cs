using System.CommandLine;
using System.Text;
using KpuSync.Client;
using Sylvan.Data.Csv;

namespace KpuSync.Benchmarks;

/// <summary>An export of which 1 percent has changed, compared with the baseline, against reading every field of the same file with the same CSV reader.</summary>
internal static class DeltaBenchmark
{
    // The largest office of NTB: a million rows are its size.
    private const string Office = "5203";
    private const int ChangedOneIn = 100;
    private const int ColumnsAfterSource = 9;

    public static Command Command()
    {
        var rows = Arguments.Count("--rows", 1_000_000, "Rows of the export.");
        var runs = Arguments.Count("--runs", 5, "Times that both are measured, in turn.");
        var json = Arguments.Json();
        var command = new Command("delta", "Finding 1 percent of changes in an export, as a multiple of the time of reading it.") { rows, runs, json };
        command.SetAction((result, _) => RunAsync(result.GetValue(rows), result.GetValue(runs), new Output(result.GetValue(json))));
        return command;
    }

    private static async Task RunAsync(int rows, int runs, Output output)
    {
        output.Say($"delta: {rows:N0} rows of office {Office}; first they are pushed as new");
        await using var bench = await Bench.SetUpAsync();
        var program = new BenchProgram(bench.Workspace, "client");
        await program.InitAsync(bench.Server.Address, Office, await bench.CredentialOfAsync(Office));
        var client = new KpuSyncClient(new KpuSyncClientOptions { Directory = bench.Workspace.PathOf("client") });
        var export = Exports.WriteClean(bench.Workspace, Office, rows);
        await Bench.PushNewAsync(client, export, rows);
        await bench.CaughtUpAsync();

        var ratios = new List<double>();
        for (var run = 1; run <= runs; run++)
        {
            export = Change(bench.Workspace, export, run);
            var read = Timing.Seconds(() => ReadEveryField(export));
            var report = await client.PushAsync(export);
            if (report.Delta.Changes != rows / ChangedOneIn || report.Outcomes.Applied != rows / ChangedOneIn)
                throw new InvalidOperationException($"1 percent had changed: {report.Delta}, {report.Outcomes}.");
            var delta = (report.Elapsed - report.Sending).TotalSeconds;
            ratios.Add(delta / read);
            output.Result(
                new { Benchmark = "delta_round", Run = run, Rows = rows, ReadSeconds = read, DeltaSeconds = delta, SendingSeconds = report.Sending.TotalSeconds, Ratio = delta / read },
                $"  read {read:F2} s, compared and journaled in {delta:F2} s: {delta / read:F2} times; sent in {report.Sending.TotalSeconds:F2} s");
        }

        export = Change(bench.Workspace, export, 0);
        var peak = await program.RunAsync(["push", export]);
        output.Result(
            new { Benchmark = "delta", Rows = rows, Runs = runs, Ratio = Spread.Of(ratios), ClientPeakBytes = peak },
            $"  ratio to reading every field: {Spread.Of(ratios)}; kpusync push of such a file: {peak / 1e6:F0} MB at its peak");
    }

    // Other rows each time, so that what was changed before stays as the baseline has it.
    private static string Change(Workspace workspace, string export, int place)
    {
        var changed = workspace.PathOf($"changed-{place}.csv");
        using var writer = new StreamWriter(changed);
        foreach (var (line, i) in File.ReadLines(export).Select((line, i) => (line, i)))
        {
            if (i == 0 || i % ChangedOneIn != place)
            {
                writer.WriteLine(line);
                continue;
            }

            writer.WriteLine(line.Insert(EndOfSource(line), " B"));
        }

        return changed;
    }

    // Counted from the end: addresses may have commas of their own.
    private static int EndOfSource(string line)
    {
        var end = line.Length;
        for (var i = 0; i < ColumnsAfterSource; i++)
            end = line.LastIndexOf(',', end - 1);
        return end;
    }

    // The yardstick: every field is read, none becomes a string, nothing is looked up.
    private static void ReadEveryField(string export)
    {
        using var text = new StreamReader(export, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 1 << 17);
        using var csv = CsvDataReader.Create(text, new CsvDataReaderOptions { BufferSize = 1 << 16 });
        long characters = 0;
        while (csv.Read())
        {
            for (var field = 0; field < csv.RowFieldCount; field++)
                characters += csv.GetFieldSpan(field).Length;
        }

        if (characters == 0)
            throw new InvalidOperationException("Nothing was read.");
    }
}
