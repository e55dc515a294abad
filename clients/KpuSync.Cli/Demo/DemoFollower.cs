using KpuSync.Client;
using KpuSync.Contracts.V1;

namespace KpuSync.Cli.Demo;

/// <summary>Waits for the server's follower of the ledgers, which finds duplicates and releases members at its own pace.</summary>
internal static class DemoFollower
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(100);

    /// <summary>The open cases of the nation, once every ledger is read to its end.</summary>
    public static async Task<IReadOnlyList<CaseCount>> ReadToTheEndAsync(KpuSyncClient centre, TimeProvider time, CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(LookEvery, time);
        while (true)
        {
            var list = await centre.ListCasesAsync(new ListCasesRequest { Range = "RI", PageSize = 1 }, cancellation);
            if (list.EntriesBehind == 0)
                return list.Open;
            await timer.WaitForNextTickAsync(cancellation);
        }
    }
}
