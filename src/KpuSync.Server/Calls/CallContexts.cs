using Grpc.Core;
using KpuSync.Core;
using KpuSync.Core.Access;
using KpuSync.Rules.Registry;
using KpuSync.Server.Access;
using KpuSync.Server.Errors;
using Microsoft.AspNetCore.Http.Features;

namespace KpuSync.Server.Calls;

/// <summary>What every mapped call asks of its context.</summary>
internal static class CallContexts
{
    /// <summary>Who calls; <see cref="CallGate"/> has let it in.</summary>
    public static Caller Caller(this ServerCallContext context) => context.GetHttpContext().Features.GetRequiredFeature<CredentialTicket>().Caller;

    /// <summary>The language of its texts.</summary>
    public static Language Language(this ServerCallContext context) => CallLanguage.Of(context.GetHttpContext().Request);

    /// <summary>The value, or the refusal as what gRPC throws.</summary>
    public static T Value<T>(this ServerCallContext context, Result<T> result) =>
        result.IsOk ? result.Value : throw GrpcErrors.ToException(result.Error, context.Language());
}
