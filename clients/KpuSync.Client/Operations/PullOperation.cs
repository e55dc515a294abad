using KpuSync.Client.Pull;
using KpuSync.Client.Texts;
using KpuSync.Contracts.V1;

namespace KpuSync.Client.Operations;

/// <summary>Reads ledger entries: the own office's into the baseline, others only to the caller.</summary>
internal static class PullOperation
{
    /// <summary>Reads the own ledger to its head.</summary>
    public static async Task<PullReport> OwnAsync(OperationScope scope, PullOptions options, CancellationToken cancellationToken)
    {
        if (options.FromStart)
        {
            using var transaction = scope.State.Connection.BeginTransaction();
            BaselinePull.Reset(scope.State, scope.Meta);
            transaction.Commit();
        }

        var pull = new BaselinePull(scope.Options, scope.Installation, scope.Meta, scope.Connection, scope.Report);
        await pull.RunAsync(options.OnEntry, cancellationToken, options.WithCentre);
        return new PullReport(pull.Entries, pull.Changes, pull.Rewound, pull.Restarted, scope.BaselineVoters());
    }

    /// <summary>
    /// Reads any range without touching the baseline, under a token of its own. It may follow for days, so the caller gives the
    /// installation's lock back first.
    /// </summary>
    public static async Task<PullReport> OthersAsync(OperationScope scope, PullOptions options, CancellationToken cancellationToken)
    {
        var range = RangeOf(scope, options);
        range.WithCentre = options.WithCentre;
        var key = $"pull_token:{range.RangeCase}:{range.OfficeCode}{range.ProvinceCode}";
        var reader = new LedgerReader(scope.Options, scope.Connection, scope.Installation.Config.Deployment, scope.Report);
        var (entries, changes) = (0L, 0L);
        var token = options.FromStart ? "" : scope.Meta.Text(key) ?? "";
        await reader.ReadAsync(range, token, options.Follow, _ => { }, TakeAsync, cancellationToken);
        return new PullReport(entries, changes, reader.Rewound, reader.Restarted, scope.BaselineVoters());

        async Task TakeAsync(PullResponse response)
        {
            foreach (var entry in response.Entries)
            {
                if (options.OnEntry is { } take)
                    await take(entry, cancellationToken);
                changes += entry.Batch?.Changes.Count ?? 0;
            }

            entries += response.Entries.Count;
            if (response.Token.Length > 0)
                scope.Meta.Set(key, response.Token);
            scope.Report(new SyncProgress(SyncPhase.Pulling, entries, 0));
        }
    }

    private static PullRequest RangeOf(OperationScope scope, PullOptions options)
    {
        if (options.Nation)
            return new PullRequest { Nation = true };
        if (options.Province is not { } province)
            return new PullRequest { OfficeCode = scope.Installation.Config.Office };
        return province.Length == 2 && province.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0
            ? new PullRequest { ProvinceCode = province }
            : throw ClientTexts.OptionInvalid("Kode provinsi harus 2 angka, misalnya 52.", "A province code has 2 digits, for example 52.");
    }
}
