namespace KpuSync.Console.Hosting;

/// <summary>Paths that more than one place knows.</summary>
public static class ConsolePaths
{
    /// <summary>Signing in.</summary>
    public const string SignIn = "/masuk";

    /// <summary>Where the code of a sign-in link goes.</summary>
    public const string SignInCode = "/masuk/kode";

    /// <summary>Signing in with the OpenID Connect provider.</summary>
    public const string SignInOpenId = "/masuk/oidc";

    /// <summary>Where somebody comes whom the provider knows but the console does not.</summary>
    public const string SignInRefused = "/masuk?ditolak=1";

    /// <summary>Signing out.</summary>
    public const string SignOut = "/keluar";

    /// <summary>Choosing a language.</summary>
    public const string Language = "/bahasa";

    /// <summary>The parameter with the page to come back to.</summary>
    public const string ReturnParameter = "kembali";

    /// <summary>A sign-in link. The code stands behind the #, so that no server and no log on the way ever sees it.</summary>
    public static string SignInLink(string address, string code) => $"{address}{SignIn}#{code}";

    /// <summary>Signing in and then coming back.</summary>
    public static string SignInFor(string path) => $"{SignIn}?{ReturnParameter}={Uri.EscapeDataString(path)}";

    /// <summary>A path of the console itself; anything else becomes the first page, so that no link leads somewhere else through the console.</summary>
    public static string Local(string? path) =>
        path is { Length: > 0 } && path[0] == '/' && !path.StartsWith("//", StringComparison.Ordinal) && !path.StartsWith("/\\", StringComparison.Ordinal)
        && !path.Any(char.IsControl) ? path : "/";
}
