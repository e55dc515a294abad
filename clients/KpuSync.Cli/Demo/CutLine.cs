using System.Net;
using System.Net.Sockets;

namespace KpuSync.Cli.Demo;

/// <summary>A line to the server that can be cut like a cable: a TCP relay whose sockets are reset, not closed in good order.</summary>
internal sealed class CutLine : IAsyncDisposable
{
    private readonly IPEndPoint _target;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Lock _gate = new();
    private readonly List<Socket> _sockets = [];
    private readonly Task _accepting;
    private bool _cut;

    private CutLine(Uri server)
    {
        _target = new IPEndPoint(IPAddress.Parse(server.Host), server.Port);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Where this end of the line is.</summary>
    public Uri Address => new($"http://{_listener.LocalEndpoint}");

    public static CutLine To(Uri server) => new(server);

    /// <summary>Cuts the line; until it is mended every new connection is reset, too.</summary>
    public void Cut()
    {
        lock (_gate)
        {
            _cut = true;
            foreach (var socket in _sockets)
                Reset(socket);
            _sockets.Clear();
        }
    }

    public void Mend()
    {
        lock (_gate)
            _cut = false;
    }

    public async ValueTask DisposeAsync()
    {
        Cut();
        await _end.CancelAsync();
        _listener.Dispose();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                var near = await _listener.AcceptSocketAsync(_end.Token);
                _ = RelayAsync(near);
            }
            catch (Exception stop) when (stop is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task RelayAsync(Socket near)
    {
        var far = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (!Keep(near, far))
                return;
            await far.ConnectAsync(_target, _end.Token);
            await Task.WhenAll(CopyAsync(near, far), CopyAsync(far, near));
        }
        catch (Exception broken) when (broken is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // A cut line ends like this; that is what it is for.
        }
        finally
        {
            Forget(near, far);
        }
    }

    // Under the lock: Cut must not reset a socket that is being closed.
    private void Forget(Socket near, Socket far)
    {
        lock (_gate)
        {
            _sockets.Remove(near);
            _sockets.Remove(far);
            near.Dispose();
            far.Dispose();
        }
    }

    private bool Keep(Socket near, Socket far)
    {
        lock (_gate)
        {
            if (_cut)
            {
                Reset(near);
                return false;
            }

            near.NoDelay = far.NoDelay = true;
            _sockets.Add(near);
            _sockets.Add(far);
            return true;
        }
    }

    private async Task CopyAsync(Socket from, Socket to)
    {
        var buffer = new byte[1 << 15];
        for (; ; )
        {
            var count = await from.ReceiveAsync(buffer, SocketFlags.None, _end.Token);
            if (count == 0)
                break;
            for (var sent = 0; sent < count;)
                sent += await to.SendAsync(buffer.AsMemory(sent, count - sent), SocketFlags.None, _end.Token);
        }

        to.Shutdown(SocketShutdown.Send);
    }

    // Without lingering the other side sees a reset, as when a cable is pulled and the router answers for it.
    private static void Reset(Socket socket)
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Dispose();
    }
}
