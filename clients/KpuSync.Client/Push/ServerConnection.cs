using Grpc.Core;
using Grpc.Net.Client;
using Grpc.Net.Compression;
using KpuSync.Client.Installations;
using KpuSync.Contracts.Encoded;
using KpuSync.Contracts.V1;

namespace KpuSync.Client.Push;

/// <summary>The channel to the server, with what every call carries.</summary>
internal sealed class ServerConnection : IDisposable
{
    private const int MessageBytesMax = 64 << 20;

    private readonly GrpcChannel _channel;
    private readonly Metadata _headers;
    private readonly TimeSpan _timeout;

    public ServerConnection(KpuSyncClientOptions options, InstallationConfig config, string credential)
    {
        var address = new Uri(config.Server);
        _channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions
        {
            HttpHandler = options.HandlerFactory?.Invoke(address) ?? DefaultHandler(),
            DisposeHttpClient = true,
            MaxReceiveMessageSize = MessageBytesMax,
            MaxSendMessageSize = MessageBytesMax,
            CompressionProviders = [new GzipCompressionProvider(System.IO.Compression.CompressionLevel.Fastest)],
        });
        Service = new SyncService.SyncServiceClient(_channel);
        Recap = new RecapService.RecapServiceClient(_channel);
        Progress = new ProgressService.ProgressServiceClient(_channel);
        Parties = new PartyService.PartyServiceClient(_channel);
        Holds = new HoldService.HoldServiceClient(_channel);
        Subjects = new SubjectService.SubjectServiceClient(_channel);
        Duplicates = new DuplicateService.DuplicateServiceClient(_channel);
        Failed = new FailedBatchService.FailedBatchServiceClient(_channel);
        _timeout = options.CallTimeout;
        _headers = new Metadata { { "accept-language", options.Language } };
        if (credential.Length > 0)
            _headers.Add("authorization", $"Bearer {credential}");

        // On the same machine compression only costs time; on a regency's line it is most of the time saved.
        if (options.Compress ?? !address.IsLoopback)
            _headers.Add("grpc-internal-encoding-request", "gzip");
    }

    public SyncService.SyncServiceClient Service { get; }

    public RecapService.RecapServiceClient Recap { get; }

    public ProgressService.ProgressServiceClient Progress { get; }

    public PartyService.PartyServiceClient Parties { get; }

    public HoldService.HoldServiceClient Holds { get; }

    public SubjectService.SubjectServiceClient Subjects { get; }

    public DuplicateService.DuplicateServiceClient Duplicates { get; }

    public FailedBatchService.FailedBatchServiceClient Failed { get; }

    /// <summary>A push stream.</summary>
    public AsyncDuplexStreamingCall<EncodedPush, PushResponse> Push(CancellationToken cancellationToken) =>
        _channel.CreateCallInvoker().AsyncDuplexStreamingCall(EncodedCalls.Push, null, Stream(cancellationToken));

    /// <summary>For a call that answers once. gRPC counts deadlines by the system's clock, whatever clock the client was given.</summary>
    public CallOptions Unary(CancellationToken cancellationToken) =>
        new(_headers, TimeProvider.System.GetUtcNow().UtcDateTime + _timeout, cancellationToken);

    /// <summary>For a stream, which lasts as long as there is something to say.</summary>
    public CallOptions Stream(CancellationToken cancellationToken) => new(_headers, null, cancellationToken);

    public void Dispose() => _channel.Dispose();

    private static SocketsHttpHandler DefaultHandler() => new()
    {
        EnableMultipleHttp2Connections = true,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        KeepAlivePingDelay = TimeSpan.FromSeconds(30),
        KeepAlivePingTimeout = TimeSpan.FromSeconds(15),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(5),
    };
}
