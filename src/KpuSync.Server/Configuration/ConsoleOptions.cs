namespace KpuSync.Server.Configuration;

/// <summary>The administrators' console: section <c>KpuSync:Console</c>.</summary>
public sealed class ConsoleOptions
{
    /// <summary>Where it listens (HTTP/1.1 and 2). <c>https</c> needs a certificate under <c>Kestrel:Certificates:Default</c>; port 0 takes a free one. Empty: no console.</summary>
    public string Address { get; set; } = "http://127.0.0.1:5082";

    /// <summary>The address that browsers use, for links, if a proxy stands before it. Empty: where it listens.</summary>
    public string PublicAddress { get; set; } = "";

    /// <summary>After how long without anything done a session ends. Default 30 min.</summary>
    public TimeSpan IdleTimeout { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>After how long a session ends whatever is done in it. Default 8 h.</summary>
    public TimeSpan SessionMax { get; set; } = TimeSpan.FromHours(8);

    /// <summary>How long a one-time sign-in link holds. Default 15 min.</summary>
    public TimeSpan LinkLifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Id of the console at the authority of <c>KpuSync:Credentials:Authority</c>. Empty: people sign in by one-time links only.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>Its secret there; empty for a public client.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>True if the server runs it.</summary>
    internal bool IsOn => Address.Length > 0;

    /// <summary>True if people sign in at an OpenID Connect authority.</summary>
    internal bool UsesOpenId => ClientId.Length > 0;
}
