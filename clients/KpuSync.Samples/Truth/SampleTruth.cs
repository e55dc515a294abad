using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace KpuSync.Samples.Truth;

/// <summary>What is planted in a set of exports, and what the registers must hold: <c>truth.json</c> and the register files beside it.</summary>
public sealed record SampleTruth
{
    /// <summary>Name of the file.</summary>
    public const string FileName = "truth.json";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    /// <summary>The seed.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Rows of all first exports together.</summary>
    public required int Voters { get; init; }

    /// <summary>The day of the first export.</summary>
    public required DateOnly ReferenceDate { get; init; }

    /// <summary>The exports, by office in the order of the options, the first round before the second.</summary>
    public required IReadOnlyList<SampleExport> Exports { get; init; }

    /// <summary>The progress files, by office in the order of the options.</summary>
    public required IReadOnlyList<SampleProgress> Progress { get; init; }

    /// <summary>What is planted among the members of parties, by office and party.</summary>
    public required IReadOnlyList<SampleParty> Parties { get; init; }

    /// <summary>Every planted row, in the order of the exports and their rows.</summary>
    public required IReadOnlyList<PlantedRow> Planted { get; init; }

    /// <summary>Reads the truth of a folder.</summary>
    public static SampleTruth Load(string directory)
    {
        using var file = File.OpenRead(Path.Combine(directory, FileName));
        return JsonSerializer.Deserialize<SampleTruth>(file, Json) ?? throw new InvalidDataException("The truth file is empty.");
    }

    /// <summary>The export of an office in a round.</summary>
    public SampleExport ExportOf(string office, int round) => Exports.Single(e => e.Office == office && e.Round == round);

    /// <summary>The register that an office must have after an export: <see cref="RecordHash"/> by NIK.</summary>
    /// <param name="directory">The folder of the exports.</param>
    /// <param name="office">4-digit code.</param>
    /// <param name="round">After which export.</param>
    public Dictionary<string, ulong> RegisterOf(string directory, string office, int round)
    {
        var register = new Dictionary<string, ulong>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(Path.Combine(directory, ExportOf(office, round).RegisterFile)))
            register.Add(line[..16], ulong.Parse(line.AsSpan(17), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
        return register;
    }

    internal void Save(string directory)
    {
        using var file = File.Create(Path.Combine(directory, FileName));
        JsonSerializer.Serialize(file, this, Json);
    }
}
