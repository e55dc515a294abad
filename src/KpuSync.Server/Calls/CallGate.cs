using System.Data.Common;
using System.Globalization;
using Grpc.AspNetCore.Server;
using Grpc.Core;
using KpuSync.Core;
using KpuSync.Server.Access;
using KpuSync.Server.Configuration;
using KpuSync.Server.Errors;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace KpuSync.Server.Calls;

/// <summary>
/// Every gRPC call comes through here before its message is read: is the server taking calls, who calls, does the credential hold, is the office within
/// its rate? Only health and reflection are open to all. It also sets the call's deadline and size limit.
/// </summary>
public sealed class CallGate(
    RequestDelegate next,
    Drain drain,
    CredentialReader reader,
    CredentialGuard guard,
    OfficeRates rates,
    IOptions<ServerOptions> options)
{
    private static readonly HashSet<string> LookUps =
    [
        nameof(HoldGrpcService.ListHolds), nameof(HoldGrpcService.ListClaims), nameof(DuplicateGrpcService.ListCases), nameof(DuplicateGrpcService.GetCase),
        nameof(SubjectGrpcService.ReadSubject), nameof(PartyGrpcService.CheckParty),
        nameof(FailedBatchGrpcService.GetFailedBatch), nameof(FailedBatchGrpcService.PreviewReplay),
    ];

    private readonly LimitOptions _limits = options.Value.Limits;

    public async Task InvokeAsync(HttpContext context)
    {
        var endpoint = context.GetEndpoint();
        if (endpoint?.Metadata.GetMetadata<GrpcMethodMetadata>() is not { } method || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            await next(context);
            return;
        }

        var (ticket, refusal) = await AdmitAsync(context);
        if (ticket is null)
        {
            GrpcErrors.Answer(context, refusal!);
            return;
        }

        using var place = rates.TryEnter(ticket.Caller.Office);
        if (place is null || (LookUps.Contains(method.Method.Name) && !rates.TryLookUp(ticket.Caller.Office)))
        {
            GrpcErrors.Answer(context, Refusals.RateLimited);
            return;
        }

        context.Features.Set(ticket);
        if (method.Method.Type is MethodType.Unary)
            BoundDeadline(context.Request.Headers);
        context.Features.Set<IRequestBodyPipeFeature>(new FrameLimit(context.Request.BodyReader, _limits.MessageBytesMax, CallLanguage.Of(context.Request)));
        await next(context);
        NameUnreadableMessage(context);
    }

    private async Task<(CredentialTicket? Ticket, SyncError? Refusal)> AdmitAsync(HttpContext context)
    {
        if (drain.IsStopping)
            return (null, Refusals.ServerStopping);

        var (ticket, refusal) = reader.Read(context);
        if (ticket is null)
            return (null, refusal);

        try
        {
            refusal = await guard.RefusalOfAsync(ticket, context.RequestAborted);
            return refusal is null ? (ticket, null) : (null, refusal);
        }
        catch (DbException)
        {
            return (null, Refusals.StorageUnavailable);
        }
    }

    // gRPC enforces the deadline in this header; so the server's own needs no second mechanism.
    private void BoundDeadline(IHeaderDictionary headers)
    {
        var max = _limits.UnaryDeadline;
        if (TimeoutOf(headers["grpc-timeout"].ToString()) is { } asked && asked <= max)
            return;

        headers["grpc-timeout"] = string.Create(CultureInfo.InvariantCulture, $"{(long)max.TotalMilliseconds}m");
    }

    private static TimeSpan? TimeoutOf(string header)
    {
        // At most 8 digits and a unit, says the gRPC protocol; more would overflow.
        if (header.Length is < 2 or > 9 || !long.TryParse(header.AsSpan(0, header.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var amount))
            return null;

        return header[^1] switch
        {
            'H' => TimeSpan.FromHours(Math.Min(amount, 24)),
            'M' => TimeSpan.FromMinutes(amount),
            'S' => TimeSpan.FromSeconds(amount),
            'm' => TimeSpan.FromMilliseconds(amount),
            'u' => TimeSpan.FromMicroseconds(amount),
            'n' => TimeSpan.FromTicks(amount / 100),
            _ => null,
        };
    }

    // What the services throw is mapped there. UNKNOWN can only come from before them: a unary message that is not what the contract says.
    private static void NameUnreadableMessage(HttpContext context)
    {
        // As gRPC does it: without a message before it, a status stands in the headers.
        var place = context.Response.HasStarted ? context.Features.Get<IHttpResponseTrailersFeature>()?.Trailers : context.Response.Headers;
        if (place is { IsReadOnly: false } && place["grpc-status"] == "2")
            GrpcErrors.Fill(place, Refusals.Invalid("message"), CallLanguage.Of(context.Request));
    }
}
