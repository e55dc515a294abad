using System.Buffers.Text;
using System.Text.Json;

namespace KpuSync.Client.Installations;

/// <summary>Reads the office that a credential names, so that nobody has to type it. Not verified here: the server does that.</summary>
internal static class CredentialOffice
{
    private const string Claim = "office";

    /// <summary>The claim's text; null if the credential is not a JWT with that claim.</summary>
    public static string? Of(string? credential)
    {
        if (credential?.Split('.') is not [_, var payload, _])
            return null;
        try
        {
            using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(payload));
            return claims.RootElement.ValueKind == JsonValueKind.Object
                && claims.RootElement.TryGetProperty(Claim, out var office) && office.ValueKind == JsonValueKind.String
                ? office.GetString()
                : null;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return null;
        }
    }
}
