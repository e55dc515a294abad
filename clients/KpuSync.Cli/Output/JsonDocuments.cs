using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Google.Protobuf;

namespace KpuSync.Cli.Output;

/// <summary>Writes results for machines.</summary>
internal static class JsonDocuments
{
    private static readonly JsonSerializerOptions Indented = OptionsWith(indented: true);
    private static readonly JsonSerializerOptions OneLine = OptionsWith(indented: false);

    /// <summary>Writes one document, indented.</summary>
    public static void Write(TextWriter output, object document) => output.WriteLine(JsonSerializer.Serialize(document, Indented));

    /// <summary>Writes one document of a stream, in one line.</summary>
    public static void WriteLine(TextWriter output, object document) => output.WriteLine(JsonSerializer.Serialize(document, OneLine));

    /// <summary>A message of the contract, to stand in a document.</summary>
    public static JsonElement Of(IMessage message) => JsonDocument.Parse(JsonFormatter.Default.Format(message)).RootElement;

    private static JsonSerializerOptions OptionsWith(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = indented,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
    };
}
