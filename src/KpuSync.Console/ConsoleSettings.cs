namespace KpuSync.Console;

/// <summary>What the console is told by its host.</summary>
public sealed record ConsoleSettings
{
    /// <summary>Name of the deployment, shown on every page.</summary>
    public required string Deployment { get; init; }

    /// <summary>True if the console is reached over https; its cookies then travel only there.</summary>
    public required bool IsHttps { get; init; }

    /// <summary>The address that browsers use, if it is another than the console listens on; null otherwise.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>After how long without anything done a session ends.</summary>
    public required TimeSpan IdleTimeout { get; init; }

    /// <summary>After how long a session ends whatever is done in it.</summary>
    public required TimeSpan SessionMax { get; init; }

    /// <summary>The OpenID Connect provider that people sign in with; null: one-time links only.</summary>
    public OpenIdSettings? OpenId { get; init; }
}

/// <summary>An OpenID Connect provider.</summary>
public sealed record OpenIdSettings
{
    /// <summary>Its address.</summary>
    public required string Authority { get; init; }

    /// <summary>The console's id there.</summary>
    public required string ClientId { get; init; }

    /// <summary>The console's secret there; empty for a public client.</summary>
    public required string ClientSecret { get; init; }
}
