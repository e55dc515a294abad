using KpuSync.Server.Configuration;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace KpuSync.Server.Hosting;

/// <summary>Where the server really listens, once it does.</summary>
public sealed class ServerAddresses
{
    private (ListenAddress Asked, ListenOptions Bound)? _grpc;
    private (ListenAddress Asked, ListenOptions Bound)? _http;
    private (ListenAddress Asked, ListenOptions Bound)? _console;

    /// <summary>For example <c>http://127.0.0.1:5080</c>.</summary>
    public string Grpc => UrlOf(_grpc);

    /// <summary>For example <c>http://127.0.0.1:5081</c>.</summary>
    public string Http => UrlOf(_http);

    /// <summary>Where the console listens, for example <c>http://127.0.0.1:5082</c>; null if there is none.</summary>
    public string? Console => _console is null ? null : UrlOf(_console);

    /// <summary>Adds both endpoints to Kestrel and remembers them: Kestrel puts the chosen port into its options when it binds.</summary>
    public void Listen(KestrelServerOptions kestrel, ServerOptions options)
    {
        _grpc = Listen(kestrel, ListenAddress.Parse(options.Grpc), HttpProtocols.Http2);
        ListenForHealth(kestrel, options);
    }

    /// <summary>Adds the endpoint of health alone.</summary>
    public void ListenForHealth(KestrelServerOptions kestrel, ServerOptions options) =>
        _http = Listen(kestrel, ListenAddress.Parse(options.Http), HttpProtocols.Http1);

    /// <summary>Adds the console's endpoint to its own Kestrel.</summary>
    public void ListenForConsole(KestrelServerOptions kestrel, ConsoleOptions options)
    {
        // Browsers agree on HTTP/2 over TLS only.
        var address = ListenAddress.Parse(options.Address);
        _console = Listen(kestrel, address, address.Tls ? HttpProtocols.Http1AndHttp2 : HttpProtocols.Http1);
    }

    private static (ListenAddress Asked, ListenOptions Bound) Listen(KestrelServerOptions kestrel, ListenAddress address, HttpProtocols protocols)
    {
        ListenOptions? bound = null;
        kestrel.Listen(address.Address, address.Port, listen =>
        {
            listen.Protocols = protocols;
            if (address.Tls)
                listen.UseHttps();
            bound = listen;
        });
        return (address, bound!);
    }

    private static string UrlOf((ListenAddress Asked, ListenOptions Bound)? endpoint) =>
        endpoint is { } known ? known.Asked.UrlOf(known.Bound.EndPoint) : throw new InvalidOperationException("The server does not listen yet.");
}
