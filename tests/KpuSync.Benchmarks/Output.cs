using System.Globalization;
using System.Text.Json;

namespace KpuSync.Benchmarks;

/// <summary>Prints a result for people, or as one JSON object on a line.</summary>
internal sealed class Output(bool json)
{
    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>What is going on; nothing of it in JSON.</summary>
    public void Say(FormattableString text)
    {
        if (!json)
            System.Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
    }

    public void Result<T>(T result, FormattableString text)
    {
        Say(text);
        if (json)
            System.Console.WriteLine(JsonSerializer.Serialize(result, SnakeCase));
    }
}
