namespace KpuSync.Server.Configuration;

/// <summary>Whose credentials are taken besides the server's own: section <c>KpuSync:Credentials</c>.</summary>
public sealed class CredentialOptions
{
    /// <summary>Address of an OpenID Connect authority, for example <c>https://login.kpu.go.id/realms/sync</c>. Empty: only the server's own credentials. Its tokens need a <c>sub</c> of up to 64 characters.</summary>
    public string Authority { get; set; } = "";

    /// <summary>The audience that the authority's tokens must carry. Empty: the deployment.</summary>
    public string Audience { get; set; } = "";

    /// <summary>The claim that holds the office code. Default <c>office</c>.</summary>
    public string OfficeClaim { get; set; } = "office";

    /// <summary>The claim that holds the role. Default <c>role</c>.</summary>
    public string RoleClaim { get; set; } = "role";

    /// <summary>The claim that holds the number of a party operator's party. Default <c>party</c>.</summary>
    public string PartyClaim { get; set; } = "party";
}
