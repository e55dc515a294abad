using Grpc.Core;
using KpuSync.Contracts.V1;
using KpuSync.Core;
using KpuSync.Core.Pull;
using KpuSync.Core.Push;
using KpuSync.Rules.Registry;
using KpuSync.Server.Access;
using KpuSync.Server.Configuration;
using KpuSync.Server.Errors;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace KpuSync.Server.Calls;

/// <summary>Maps the contract's calls to the handlers, and nothing else.</summary>
public sealed class SyncGrpcService(
    OpenProducerHandler openProducer,
    PushHandler push,
    ValidateHandler validate,
    ReceiptHandler receipts,
    PullHandler pull,
    PushStreams streams,
    AccessTrail trail,
    CredentialGuard guard,
    Drain drain,
    IOptions<ServerOptions> options) : SyncService.SyncServiceBase
{
    public override async Task<OpenProducerResponse> OpenProducer(OpenProducerRequest request, ServerCallContext context)
    {
        CheckDeployment(request.Deployment, context);
        var response = Value(await openProducer.HandleAsync(TicketOf(context).Caller, request, context.CancellationToken), context);
        response.Deployment = options.Value.Deployment;
        return response;
    }

    public override Task Push(IAsyncStreamReader<PushRequest> requestStream, IServerStreamWriter<PushResponse> responseStream, ServerCallContext context) =>
        streams.RunAsync(TicketOf(context), LanguageOf(context), requestStream, responseStream, context.CancellationToken);

    public override async Task<PushBatchResponse> PushBatch(PushBatchRequest request, ServerCallContext context)
    {
        var acknowledged = await push.HandleAsync(TicketOf(context).Caller, Required(request.Batch, context), context.CancellationToken);
        return new PushBatchResponse { Envelope = Envelopes.Of(Value(acknowledged, context), LanguageOf(context)) };
    }

    public override async Task<ValidateBatchResponse> ValidateBatch(ValidateBatchRequest request, ServerCallContext context)
    {
        var caller = TicketOf(context).Caller;
        var batch = Required(request.Batch, context);
        await using var reading = await trail.BeginAsync(caller, nameof(ValidateBatch), AccessTrail.OfficeRange(batch.OfficeCode), context.CancellationToken);
        var response = Value(await validate.HandleAsync(caller, batch, context.CancellationToken), context);
        reading.Entries = batch.Changes.Count;
        Envelopes.AddTexts(response.Texts, response.Outcomes, LanguageOf(context));
        return response;
    }

    public override async Task<GetReceiptResponse> GetReceipt(GetReceiptRequest request, ServerCallContext context)
    {
        var receipt = await receipts.HandleAsync(TicketOf(context).Caller, request, context.CancellationToken);
        return new GetReceiptResponse { Envelope = Envelopes.Of(Value(receipt, context), LanguageOf(context)) };
    }

    public override async Task Pull(PullRequest request, IServerStreamWriter<PullResponse> responseStream, ServerCallContext context)
    {
        CheckDeployment(request.Deployment, context);
        var ticket = TicketOf(context);
        var caller = ticket.Caller;
        using var running = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, drain.Stopping);
        await using var reading = await trail.BeginAsync(caller, nameof(Pull), AccessTrail.RangeOf(request), context.CancellationToken);
        try
        {
            await foreach (var page in pull.ReadAsync(caller, request, running.Token).WithCancellation(running.Token))
            {
                var response = Value(page, context);
                // A reader that follows stays for days; a revoked one gets no further page.
                if (await guard.RefusalOfAsync(ticket, running.Token) is { } refusal)
                    throw GrpcErrors.ToException(refusal, LanguageOf(context));
                await responseStream.WriteAsync(response, context.CancellationToken);
                reading.Entries += response.Entries.Count;
            }
        }
        catch (OperationCanceledException) when (drain.IsStopping && !context.CancellationToken.IsCancellationRequested)
        {
            throw GrpcErrors.ToException(Refusals.ServerStopping, LanguageOf(context));
        }
    }

    private static CredentialTicket TicketOf(ServerCallContext context) => context.GetHttpContext().Features.GetRequiredFeature<CredentialTicket>();

    private static Language LanguageOf(ServerCallContext context) => CallLanguage.Of(context.GetHttpContext().Request);

    private static T Value<T>(Result<T> result, ServerCallContext context) =>
        result.IsOk ? result.Value : throw GrpcErrors.ToException(result.Error, LanguageOf(context));

    private static Batch Required(Batch? batch, ServerCallContext context) =>
        batch ?? throw GrpcErrors.ToException(Refusals.Invalid("batch"), LanguageOf(context));

    private void CheckDeployment(string asked, ServerCallContext context)
    {
        if (asked.Length > 0 && asked != options.Value.Deployment)
            throw GrpcErrors.ToException(Refusals.OtherDeployment(options.Value.Deployment), LanguageOf(context));
    }
}
