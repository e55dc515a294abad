using KpuSync.Rules.Registry;

namespace KpuSync.Server.Errors;

/// <summary>The language that a call asks its texts in.</summary>
public static class CallLanguage
{
    public static Language Of(HttpRequest request) => Languages.From(request.Headers.AcceptLanguage.ToString());
}
