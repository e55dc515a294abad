using Grpc.Core;
using KpuSync.Contracts.Encoded;
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
    AnswerStreams answers,
    IOptions<ServerOptions> options) : EncodedSyncService.EncodedSyncServiceBase
{
    public override async Task<OpenProducerResponse> OpenProducer(OpenProducerRequest request, ServerCallContext context)
    {
        CheckDeployment(request.Deployment, context);
        var response = context.Value(await openProducer.HandleAsync(context.Caller(), request, context.CancellationToken));
        response.Deployment = options.Value.Deployment;
        return response;
    }

    public override Task Push(IAsyncStreamReader<EncodedPush> requestStream, IServerStreamWriter<PushResponse> responseStream, ServerCallContext context) =>
        streams.RunAsync(TicketOf(context), context.Language(), requestStream, responseStream, context.CancellationToken);

    public override async Task<PushBatchResponse> PushBatch(EncodedPush request, ServerCallContext context)
    {
        var acknowledged = await push.HandleAsync(context.Caller(), Required(request.Batch, context), context.CancellationToken);
        return new PushBatchResponse { Envelope = Envelopes.Of(context.Value(acknowledged), context.Language()) };
    }

    public override async Task<ValidateBatchResponse> ValidateBatch(ValidateBatchRequest request, ServerCallContext context)
    {
        var caller = context.Caller();
        var batch = Required(request.Batch, context);
        await using var reading = await trail.BeginAsync(caller, nameof(ValidateBatch), AccessTrail.OfficeRange(batch.OfficeCode), context.CancellationToken);
        var response = context.Value(await validate.HandleAsync(caller, batch, context.CancellationToken));
        reading.Entries = batch.Changes.Count;
        Envelopes.AddTexts(response.Texts, response.Outcomes, context.Language());
        return response;
    }

    public override async Task<GetReceiptResponse> GetReceipt(GetReceiptRequest request, ServerCallContext context)
    {
        var receipt = await receipts.HandleAsync(context.Caller(), request, context.CancellationToken);
        return new GetReceiptResponse { Envelope = Envelopes.Of(context.Value(receipt), context.Language()) };
    }

    public override async Task Pull(PullRequest request, IServerStreamWriter<PullResponse> responseStream, ServerCallContext context)
    {
        CheckDeployment(request.Deployment, context);
        var caller = context.Caller();
        await using var reading = await trail.BeginAsync(caller, nameof(Pull), AccessTrail.RangeOf(request), context.CancellationToken);
        await answers.RunAsync(context, ct => pull.ReadAsync(caller, request, ct), async response =>
        {
            await responseStream.WriteAsync(response, context.CancellationToken);
            reading.Entries += response.Entries.Count;
        });
    }

    private static CredentialTicket TicketOf(ServerCallContext context) => context.GetHttpContext().Features.GetRequiredFeature<CredentialTicket>();

    private static Language LanguageOf(ServerCallContext context) => CallLanguage.Of(context.GetHttpContext().Request);

    private static T Value<T>(Result<T> result, ServerCallContext context) =>
        result.IsOk ? result.Value : throw GrpcErrors.ToException(result.Error, context.Language());

    private static T Required<T>(T? batch, ServerCallContext context)
        where T : class, IBatchEnvelope => batch ?? throw GrpcErrors.ToException(Refusals.Invalid("batch"), context.Language());

    private void CheckDeployment(string asked, ServerCallContext context)
    {
        if (asked.Length > 0 && asked != options.Value.Deployment)
            throw GrpcErrors.ToException(Refusals.OtherDeployment(options.Value.Deployment), context.Language());
    }
}
