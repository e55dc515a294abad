using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace KpuSync.Console.Hosting;

/// <summary>The files that pages load: scripts, style sheets, the icon. All of them lie in this assembly, compressed once.</summary>
public sealed class AssetFiles
{
    /// <summary>The path before the names.</summary>
    public const string Root = "/aset/";

    private readonly Dictionary<string, AssetFile> _files = new(StringComparer.Ordinal);

    public AssetFiles()
    {
        const string prefix = "asset/";
        var assembly = typeof(AssetFiles).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(resource)!;
            using var content = new MemoryStream();
            stream.CopyTo(content);
            Add(resource[prefix.Length..], content.ToArray());
        }
    }

    /// <summary>Adds a file that is made at the start.</summary>
    public void Add(string name, byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
            gzip.Write(content);
        _files[name] = new AssetFile(content, packed.ToArray(), Convert.ToHexStringLower(SHA256.HashData(content))[..16]);
    }

    /// <summary>Where a page finds it. The path changes with the content, so that browsers may keep it for good.</summary>
    public string PathOf(string name) => $"{Root}{name}?v={_files[name].Version}";

    /// <summary>Answers the request for one.</summary>
    public async Task ServeAsync(HttpContext context, string name)
    {
        if (!_files.TryGetValue(name, out var file))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var headers = context.Response.Headers;
        context.Response.ContentType = TypeOf(name);
        headers.CacheControl = context.Request.Query["v"] == file.Version ? "public, max-age=31536000, immutable" : "no-cache";
        headers.Vary = HeaderNames.AcceptEncoding;
        var takesGzip = context.Request.GetTypedHeaders().AcceptEncoding.Any(e => e.Value == "gzip" && e.Quality is not 0);
        if (takesGzip)
            headers.ContentEncoding = "gzip";
        await context.Response.Body.WriteAsync(takesGzip ? file.Packed : file.Content, context.RequestAborted);
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        _ => "image/svg+xml",
    };

    private sealed record AssetFile(byte[] Content, byte[] Packed, string Version);
}
