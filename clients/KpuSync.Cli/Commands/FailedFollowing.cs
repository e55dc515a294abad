using KpuSync.Cli.Output;
using KpuSync.Client;
using KpuSync.Contracts.V1;

namespace KpuSync.Cli.Commands;

/// <summary>Follows a job to its end, and says how to go on where the following ends before it.</summary>
internal static class FailedFollowing
{
    public static async Task<int> RunAsync(CommandContext context, string jobId, bool began, Func<IProgress<SyncProgress>, Task<FailedJob>> run)
    {
        var seen = new Seen(began);
        try
        {
            return FailedJobView.PrintEnded(context, await context.WithProgressAsync(progress => run(seen.On(progress))));
        }
        catch (OperationCanceledException)
        {
            return FailedJobView.PrintLeft(context, jobId, seen.Began, null);
        }
        catch (ServerUnreachableException unreachable)
        {
            return FailedJobView.PrintLeft(context, jobId, seen.Began, unreachable);
        }
    }

    // Whether the server has answered for the job, so that it certainly goes on.
    private sealed class Seen(bool began) : IProgress<SyncProgress>
    {
        private IProgress<SyncProgress>? _shown;

        public bool Began { get; private set; } = began;

        public Seen On(IProgress<SyncProgress> shown)
        {
            _shown = shown;
            return this;
        }

        public void Report(SyncProgress value)
        {
            Began |= value.Phase is SyncPhase.Replaying or SyncPhase.Discarding;
            _shown?.Report(value);
        }
    }
}
