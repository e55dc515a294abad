using Microsoft.Net.Http.Headers;

namespace KpuSync.Server.Errors;

/// <summary>The language of texts for people.</summary>
public enum Language
{
    /// <summary>Indonesian, the default.</summary>
    Indonesian,

    /// <summary>English.</summary>
    English,
}

/// <summary>Chooses the caller's language.</summary>
public static class Languages
{
    /// <summary>The best of <c>id</c> and <c>en</c> in the request's <c>accept-language</c>; Indonesian if it names neither.</summary>
    public static Language Of(HttpRequest request)
    {
        var header = request.Headers.AcceptLanguage;
        if (header.Count == 0 || !StringWithQualityHeaderValue.TryParseList(header, out var wishes))
            return Language.Indonesian;

        var best = wishes
            .Where(wish => wish.Quality is null or > 0 && (IsLanguage(wish, "id") || IsLanguage(wish, "en")))
            .OrderByDescending(wish => wish.Quality ?? 1)
            .FirstOrDefault();
        return best is not null && IsLanguage(best, "en") ? Language.English : Language.Indonesian;
    }

    /// <summary>The BCP 47 tag, for <c>google.rpc.LocalizedMessage</c>.</summary>
    public static string TagOf(Language language) => language is Language.English ? "en" : "id";

    private static bool IsLanguage(StringWithQualityHeaderValue wish, string tag) =>
        wish.Value.Equals(tag, StringComparison.OrdinalIgnoreCase) || wish.Value.StartsWith(tag + "-", StringComparison.OrdinalIgnoreCase);
}
