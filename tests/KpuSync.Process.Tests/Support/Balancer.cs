using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace KpuSync.Process.Tests.Support;

/// <summary>What stands before several servers in production: each new connection goes on to the next server that takes it.</summary>
internal sealed class Balancer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly IReadOnlyList<ServerProcess> _servers;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _accepting;

    public Balancer(params IReadOnlyList<ServerProcess> servers)
    {
        _servers = servers;
        _listener.Start();
        Address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    public string Address { get; }

    /// <summary>The server that the last connection went to.</summary>
    public ServerProcess? Current { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            for (var next = 0; ; next++)
                connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token), next));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client, int next)
    {
        using (client)
        {
            using var server = await ConnectAsync(next);
            if (server is not null)
                await Task.WhenAny(CopyAsync(client, server), CopyAsync(server, client));
        }
    }

    // Null if no server takes it.
    private async Task<TcpClient?> ConnectAsync(int next)
    {
        for (var i = 0; i < _servers.Count; i++)
        {
            var server = _servers[(next + i) % _servers.Count];
            var address = new Uri(server.Address);
            var connection = new TcpClient();
            try
            {
                await connection.ConnectAsync(address.Host, address.Port, _stop.Token);
                Current = server;
                return connection;
            }
            catch (Exception exception) when (exception is SocketException or OperationCanceledException)
            {
                connection.Dispose();
            }
        }

        return null;
    }

    // A side that is gone is how a connection ends here.
    private async Task CopyAsync(TcpClient from, TcpClient to)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream(), _stop.Token);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException or OperationCanceledException)
        {
        }
    }
}
