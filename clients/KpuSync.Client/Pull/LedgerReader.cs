using Grpc.Core;
using KpuSync.Client.Push;
using KpuSync.Contracts.V1;

namespace KpuSync.Client.Pull;

/// <summary>Reads ledgers after a token, carrying out every remedy for a token that cannot be used, and comes back after breaks.</summary>
internal sealed class LedgerReader(KpuSyncClientOptions options, ServerConnection connection, string deployment, Action<SyncProgress> progress)
{
    /// <summary>True if the server's history had changed and reading began again from the common point, or from the start where there is none.</summary>
    public bool Rewound { get; private set; }

    /// <summary>True if the token could not be used any more and reading began from the first entry.</summary>
    public bool Restarted { get; private set; }

    /// <summary>Reads until there is nothing more, or for ever with <paramref name="follow"/>.</summary>
    /// <param name="range">Which ledgers; its token and deployment are set here.</param>
    /// <param name="token">Where to go on; empty for the start.</param>
    /// <param name="follow">Go on as entries are written.</param>
    /// <param name="rewind">Called before reading goes back behind entries that were given out before; true if to the very start.</param>
    /// <param name="take">Takes entries and the token after them.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task ReadAsync(
        PullRequest range, string token, bool follow, Action<bool> rewind, Func<PullResponse, Task> take, CancellationToken cancellationToken)
    {
        var backoff = new Backoff(options, delay => progress(new SyncProgress(SyncPhase.Retrying, 0, 0, default, delay)));
        while (true)
        {
            try
            {
                var request = range.Clone();
                request.Token = token;
                request.Follow = follow;
                request.Deployment = deployment;
                using var call = connection.Service.Pull(request, connection.Stream(cancellationToken));
                while (await call.ResponseStream.MoveNext(cancellationToken))
                {
                    var response = call.ResponseStream.Current;
                    await take(response);
                    if (response.Token.Length > 0)
                        token = response.Token;
                    backoff.Progressed();
                    if (response.CaughtUp && !follow)
                        return;
                }

                if (!follow)
                    return;
            }
            catch (RpcException) when (cancellationToken.IsCancellationRequested)
            {
                throw new OperationCanceledException(cancellationToken);
            }
            catch (RpcException e) when (RpcErrors.IsAheadToken(e) && !Rewound)
            {
                Rewound = true;
                token = RpcErrors.MetadataOf(e).GetValueOrDefault("rewind_token", "");
                rewind(token.Length == 0);
            }
            catch (RpcException e) when (RpcErrors.IsBadToken(e) && token.Length > 0)
            {
                Restarted = true;
                token = "";
                rewind(true);
            }
            catch (RpcException e)
            {
                if (!await backoff.AgainAsync(e, cancellationToken))
                    throw RpcErrors.ToException(e, deployment);
            }
        }
    }
}
