using System.IO.Compression;
using System.Text;

namespace KpuSync.Rules.Regions;

/// <summary>The catalogue's tables, as <c>tools/regions/generate.mjs</c> wrote them: codes in ascending order, names as slices of one text.</summary>
internal sealed class RegionData
{
    private const string ResourceName = "regions.bin";
    private const int CapacityVillages = 84_000;

    private readonly string _text;

    private RegionData(string text)
    {
        _text = text;
        Version = text[..text.IndexOf('\n')];
        Read();
    }

    public string Version { get; }

    /// <summary>2-digit codes.</summary>
    public Level Provinces { get; } = new(64);

    /// <summary>4-digit codes.</summary>
    public Level Regencies { get; } = new(600);

    /// <summary>6-digit codes.</summary>
    public Level Districts { get; } = new(7_500);

    /// <summary>The last 4 digits only; <see cref="FirstVillage"/> says whose they are.</summary>
    public Level Villages { get; } = new(CapacityVillages);

    /// <summary>Per regency the place of its first district, and one more at the end.</summary>
    public List<int> FirstDistrict { get; } = new(600);

    /// <summary>Per district the place of its first village, and one more at the end.</summary>
    public List<int> FirstVillage { get; } = new(7_500);

    public string NameAt(Level level, int place)
    {
        var (start, length) = level.Names[place];
        return _text.Substring(start, length);
    }

    public static RegionData Load()
    {
        using var resource = typeof(RegionData).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"The resource {ResourceName} is missing from the assembly.");
        using var brotli = new BrotliStream(resource, CompressionMode.Decompress);
        using var reader = new StreamReader(brotli, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 16);
        return new RegionData(reader.ReadToEnd());
    }

    private void Read()
    {
        for (var at = Version.Length + 1; at < _text.Length;)
        {
            var tab = _text.IndexOf('\t', at);
            var end = _text.IndexOf('\n', tab);
            var step = tab == at + 1 ? 1 : ParseStep(_text.AsSpan((at + 1)..tab));
            Add(_text[at], step, (tab + 1, end - tab - 1));
            at = end + 1;
        }

        FirstDistrict.Add(Districts.Codes.Count);
        FirstVillage.Add(Villages.Codes.Count);
    }

    private void Add(char level, int step, (int Start, int Length) name)
    {
        switch (level)
        {
            case 'p':
                Provinces.Add(Last(Provinces) + step, name);
                break;
            case 'r':
                FirstDistrict.Add(Districts.Codes.Count);
                Regencies.Add(Next(Regencies, parent: Last(Provinces), width: 100, step), name);
                break;
            case 'd':
                FirstVillage.Add(Villages.Codes.Count);
                Districts.Add(Next(Districts, parent: Last(Regencies), width: 100, step), name);
                break;
            default:
                var isFirst = FirstVillage[^1] == Villages.Codes.Count;
                Villages.Add((isFirst ? 0 : Last(Villages)) + step, name);
                break;
        }
    }

    // Steps count from the region before, or from 0 where the parent is a new one.
    private static int Next(Level level, int parent, int width, int step)
    {
        var before = Last(level);
        return (before / width == parent ? before : parent * width) + step;
    }

    private static int Last(Level level) => level.Codes.Count == 0 ? 0 : level.Codes[^1];

    private static int ParseStep(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var digit in digits)
            value = (value * 10) + (digit - '0');
        return value;
    }

    /// <summary>The regions of one level.</summary>
    internal sealed class Level(int capacity)
    {
        public List<int> Codes { get; } = new(capacity);

        public List<(int Start, int Length)> Names { get; } = new(capacity);

        public void Add(int code, (int Start, int Length) name)
        {
            Codes.Add(code);
            Names.Add(name);
        }
    }
}
