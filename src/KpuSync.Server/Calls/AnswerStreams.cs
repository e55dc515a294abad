using Grpc.Core;
using KpuSync.Core;
using KpuSync.Server.Access;
using KpuSync.Server.Errors;
using Microsoft.AspNetCore.Http.Features;

namespace KpuSync.Server.Calls;

/// <summary>Streams answers to a caller as long as its credential holds and the server is not stopping.</summary>
public sealed class AnswerStreams(CredentialGuard guard, Drain drain)
{
    /// <summary>Writes each answer as it comes; a refusal ends the call.</summary>
    /// <param name="context">The call.</param>
    /// <param name="read">The answers.</param>
    /// <param name="write">Sends one.</param>
    public async Task RunAsync<T>(ServerCallContext context, Func<CancellationToken, IAsyncEnumerable<Result<T>>> read, Func<T, Task> write)
    {
        var ticket = context.GetHttpContext().Features.GetRequiredFeature<CredentialTicket>();
        using var running = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, drain.Stopping);
        try
        {
            await foreach (var answer in read(running.Token).WithCancellation(running.Token))
            {
                var value = context.Value(answer);
                // A reader that follows stays for days; a revoked one gets nothing further.
                if (await guard.RefusalOfAsync(ticket, running.Token) is { } refusal)
                    throw GrpcErrors.ToException(refusal, context.Language());
                await write(value);
            }
        }
        catch (OperationCanceledException) when (drain.IsStopping && !context.CancellationToken.IsCancellationRequested)
        {
            throw GrpcErrors.ToException(Refusals.ServerStopping, context.Language());
        }
    }
}
