using System.Net;

namespace KpuSync.Server.Configuration;

/// <summary>Where to listen: a scheme, an IP address (or <c>localhost</c>, or <c>*</c> for all) and a port.</summary>
public sealed record ListenAddress(bool Tls, IPAddress Address, int Port)
{
    /// <summary>Reads <c>http://127.0.0.1:5080</c>, <c>https://*:443</c>, or without a scheme <c>127.0.0.1:5080</c>.</summary>
    public static bool TryParse(string text, out ListenAddress address)
    {
        address = new ListenAddress(false, IPAddress.Loopback, 0);
        var tls = text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        var rest = text[(text.IndexOf("://", StringComparison.Ordinal) is var at and >= 0 ? at + 3 : 0)..].TrimEnd('/');
        if (text.Contains("://", StringComparison.Ordinal) && !tls && !text.StartsWith("http://", StringComparison.OrdinalIgnoreCase))
            return false;

        var colon = rest.LastIndexOf(':');
        if (colon <= 0 || !ushort.TryParse(rest[(colon + 1)..], out var port))
            return false;

        var host = rest[..colon].Trim('[', ']');
        var ip = host switch
        {
            "localhost" => IPAddress.Loopback,
            "*" or "+" => IPAddress.IPv6Any,
            _ => IPAddress.TryParse(host, out var parsed) ? parsed : null,
        };
        if (ip is null)
            return false;

        address = new ListenAddress(tls, ip, port);
        return true;
    }

    /// <exception cref="FormatException"><paramref name="text"/> is not an address.</exception>
    public static ListenAddress Parse(string text) => TryParse(text, out var address) ? address : throw new FormatException($"Not an address to listen on: '{text}'.");

    /// <summary>The address as a URL, with the port that the system chose.</summary>
    public string UrlOf(EndPoint bound) => $"{(Tls ? "https" : "http")}://{bound}";
}
