using System.Globalization;
using System.Text.Json;
using KpuSync.Storage.Copying;

namespace KpuSync.Server.Commands;

/// <summary>Tells of a copy: what is done as lines of the output, what is going on only on a terminal.</summary>
internal sealed class CopyWords(TextWriter output, TextWriter errors, bool json, TimeProvider time) : ICopyProgress
{
    // Wide enough for the longest line, so that the next one hides all of it.
    private const int LineCharacters = 60;

    private readonly bool _isTerminal = ReferenceEquals(errors, System.Console.Error) && !System.Console.IsErrorRedirected;
    private readonly long _began = time.GetTimestamp();

    public void Copying(string table, long rows) => GoingOn($"{table}  {Number(rows)} rows ...");

    public void Copied(CopiedTable table) => Done($"{table.Name,-20} {Number(table.Rows),13} rows");

    public void Comparing(string table) => GoingOn($"{table}  reading back ...");

    public void Verified(CopiedLedger ledger) =>
        Done($"{ledger.Office,-4}  {Number(ledger.Entries)} entries  chain {Convert.ToHexStringLower(ledger.ChainHash)}  {Number(ledger.Voters)} voters");

    /// <summary>Tells of the end.</summary>
    public async Task EndAsync(string from, string to, CopyReport report)
    {
        var took = time.GetElapsedTime(_began);
        GoingOn("");
        if (json)
        {
            await output.WriteLineAsync(JsonOf(from, to, report, took));
            return;
        }

        foreach (var fault in report.Faults)
            await output.WriteLineAsync(fault);
        if (report.Faults.Count > 0)
        {
            await output.WriteLineAsync($"{report.Faults.Count} things are not as they should be. Nothing was copied; {from} and {to} are as they were.");
            return;
        }

        var rows = report.Tables.Sum(table => table.Rows);
        await output.WriteLineAsync("Every table was read back and is equal, every chain is intact, every tally equals a scan.");
        await output.WriteLineAsync(
            $"Copied {Number(report.Ledgers.Count)} offices, {Number(report.Ledgers.Sum(l => l.Entries))} entries, {Number(report.Ledgers.Sum(l => l.Voters))} voters "
            + $"({Number(rows)} rows) from {from} to {to} in {took.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture)} s.");
        await output.WriteLineAsync("Start the server with --database postgres and this connection, and never again with the file: offices would write two histories.");
    }

    private static string JsonOf(string from, string to, CopyReport report, TimeSpan took) => JsonSerializer.Serialize(new
    {
        copied = report.Faults.Count == 0,
        from,
        to,
        seconds = Math.Round(took.TotalSeconds, 1),
        offices = report.Ledgers.Count,
        entries = report.Ledgers.Sum(ledger => ledger.Entries),
        voters = report.Ledgers.Sum(ledger => ledger.Voters),
        tables = report.Tables.Select(table => new { table = table.Name, rows = table.Rows, hash = table.Hash }),
        ledgers = report.Ledgers.Select(ledger => new { office = ledger.Office, entries = ledger.Entries, chain = Convert.ToHexStringLower(ledger.ChainHash), voters = ledger.Voters }),
        faults = report.Faults,
    });

    private void GoingOn(string text)
    {
        if (_isTerminal)
            errors.Write($"\r{text,-LineCharacters}\r");
    }

    private void Done(string line)
    {
        GoingOn("");
        if (!json)
            output.WriteLine(line);
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
