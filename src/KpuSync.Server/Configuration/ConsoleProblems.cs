namespace KpuSync.Server.Configuration;

/// <summary>What cannot be used of the console's settings.</summary>
internal static class ConsoleProblems
{
    public static IEnumerable<string> Of(ConsoleOptions console, CredentialOptions credentials)
    {
        if (console.IsOn && !ListenAddress.TryParse(console.Address, out _))
            yield return Problem("Address", console.Address, "Use an address such as `http://127.0.0.1:5082`, or nothing for no console.");
        if (console.PublicAddress.Length > 0 && !(Uri.TryCreate(console.PublicAddress, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            yield return Problem("PublicAddress", console.PublicAddress, "Use the address that browsers use, for example `https://konsol.example.org`.");
        if (console.UsesOpenId && credentials.Authority.Length == 0)
            yield return Problem("ClientId", console.ClientId, "Set KpuSync:Credentials:Authority too: people sign in there.");
        foreach (var (key, value) in new[]
        {
            (nameof(ConsoleOptions.IdleTimeout), console.IdleTimeout), (nameof(ConsoleOptions.SessionMax), console.SessionMax),
            (nameof(ConsoleOptions.LinkLifetime), console.LinkLifetime),
        })
        {
            if (value <= TimeSpan.Zero || value > TimeSpan.FromDays(1))
                yield return Problem(key, value, "Use a time over zero, at most a day, for example `00:30:00`.");
        }
    }

    private static string Problem(string key, object value, string remedy) => ServerOptionsValidator.Problem($"Console:{key}", value, remedy);
}
