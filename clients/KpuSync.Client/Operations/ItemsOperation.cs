using KpuSync.Client.Delta;
using KpuSync.Client.Exports;
using KpuSync.Client.Findings;
using KpuSync.Client.Items;
using KpuSync.Client.Parties;
using KpuSync.Client.State;
using KpuSync.Client.Texts;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;

namespace KpuSync.Client.Operations;

/// <summary>Sends reports, plans and party data through the outbox, as the difference between a file and what the server is known to hold.</summary>
internal sealed class ItemsOperation(OperationScope scope)
{
    private readonly OfficeCode _office = OfficeCode.Parse(scope.Installation.Config.Office);

    private DateOnly Today => OfficeCalendar.TodayIn(_office, scope.Options.Time);

    /// <summary>Sends a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="kindFor">Tells from its headers what it is.</param>
    /// <param name="options">How it is pushed.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    public async Task<PushReport> PushFileAsync(string path, Func<string[], ItemFileKind> kindFor, PartyPushOptions options, CancellationToken cancellationToken)
    {
        ItemFileKind? kind = null;
        using var reader = ExportFile.Open(path, headers => (kind = kindFor(headers)).Columns);
        if (options.GoneAs is not null && !kind!.IsLarge)
        {
            throw ClientTexts.OptionInvalid(
                "Hanya daftar anggota yang dapat dikirim sebagai daftar lengkap (--complete).", "Only a list of members can be pushed as complete (--complete).");
        }

        var file = ItemFile.Open(reader, path, kind!, _office, Today, scope.Log);
        return await new PushOperation(scope).SendAsync(
            file.Source,
            writer =>
            {
                using var baseline = new ItemBaseline(scope.State.Connection);
                var complete = options.GoneAs is { } ground ? new CompleteMembers(baseline, ground) : null;
                foreach (var item in file.Changes(baseline, options.RetryNotApplied, complete))
                    writer.Add(item.Change, 0, item.Packed);
                if (!options.ConfirmMassRemoval)
                    complete?.Check(options.RemovalShareMax);
                return file.Counts;
            },
            cancellationToken);
    }

    /// <summary>Sends one change whose cells were given by name.</summary>
    public Task<PushReport> PushCellsAsync(string name, ItemFileKind kind, IReadOnlyDictionary<string, string> cells, CancellationToken cancellationToken)
    {
        var faults = new List<Violation>();
        var change = kind.ChangeOf(new ItemCells(kind.Columns, column => cells.GetValueOrDefault(kind.Columns.Names[column], ""), faults));
        if (faults.Count == 0)
            faults.AddRange(ItemFile.Faults(change, _office, Today));
        var source = new ExportSource(name, null, IsSpreadsheet: false);
        if (faults.Count > 0)
            scope.Log.Add(new RowFinding(source, 0, faults, []));
        return new PushOperation(scope).SendAsync(
            source,
            writer =>
            {
                if (faults.Count > 0)
                    return default(DeltaCounts) with { Rows = 1, Unreadable = 1 };
                writer.Add(new PlannedChange(change, 0), null);
                return default(DeltaCounts) with { Rows = 1, Items = 1 };
            },
            cancellationToken);
    }
}
