using System.Net;
using System.Net.Sockets;

namespace KpuSync.Server.Tests;

/// <summary>A port at which nothing answers, but while it is started it passes everything on to another: a database that comes and goes.</summary>
internal sealed class Forwarder(int target) : IAsyncDisposable
{
    private CancellationTokenSource _stop = new();
    private Task _accepting = Task.CompletedTask;

    public int Port { get; } = FreePort();

    /// <summary>A port of this machine that nobody listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void Start()
    {
        var listener = new TcpListener(IPAddress.Loopback, Port);
        listener.Start();
        _stop = new CancellationTokenSource();
        _accepting = AcceptAsync(listener, _stop.Token);
    }

    /// <summary>Cuts every connection, and takes no more.</summary>
    public async Task StopAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stop.Dispose();
    }

    private async Task AcceptAsync(TcpListener listener, CancellationToken ct)
    {
        var open = new List<Task>();
        using (listener)
        {
            try
            {
                while (true)
                    open.Add(ForwardAsync(await listener.AcceptTcpClientAsync(ct), ct));
            }
            catch (OperationCanceledException)
            {
                await Task.WhenAll(open);
            }
        }
    }

    private async Task ForwardAsync(TcpClient near, CancellationToken ct)
    {
        using var far = new TcpClient();
        using (near)
        {
            try
            {
                await far.ConnectAsync(IPAddress.Loopback, target, ct);
                await Task.WhenAny(near.GetStream().CopyToAsync(far.GetStream(), ct), far.GetStream().CopyToAsync(near.GetStream(), ct));
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException)
            {
                // Either side is gone, and so is the connection.
            }
        }
    }
}
