using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace KpuSync.Rules.Regions;

/// <summary>The catalogue's tables, as <c>tools/regions/generate.mjs</c> wrote them: codes in ascending order, names as slices of one text.</summary>
internal sealed class RegionData
{
    private const string ResourceName = "regions.bin";
    private const long VillagesPerDistrict = 10_000;
    private const int CapacityVillages = 84_000;

    private readonly string _text;

    private RegionData(string text, string version) => (_text, Version) = (text, version);

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
        var text = reader.ReadToEnd();
        var data = new RegionData(text, text[..text.IndexOf('\n')]);
        data.Read();
        return data;
    }

    /// <summary>The same regions with others added or under other names. A region whose parent is not there is left out: a later release may have taken the parent away.</summary>
    public RegionData With(IReadOnlyCollection<Region> others, string version)
    {
        var text = new StringBuilder(_text);
        var named = new List<(long Code, int Length, (int Start, int Length) Name)>(others.Count);
        foreach (var other in others)
        {
            named.Add((long.Parse(other.Code, CultureInfo.InvariantCulture), other.Code.Length, (text.Length, other.Name.Length)));
            text.Append(other.Name);
        }

        var merged = new RegionData(text.ToString(), version);
        for (var place = 0; place < Provinces.Codes.Count; place++)
            merged.Provinces.Add(Provinces.Codes[place], Provinces.Names[place]);
        merged.Fill(
            Merge(Regencies.Codes.Select(code => (long)code), Regencies, named.Where(n => n.Length == 4)),
            Merge(Districts.Codes.Select(code => (long)code), Districts, named.Where(n => n.Length == 6)),
            Merge(VillageCodes(), Villages, named.Where(n => n.Length == 10)));
        return merged;
    }

    private IEnumerable<long> VillageCodes()
    {
        for (var district = 0; district < Districts.Codes.Count; district++)
        {
            for (var place = FirstVillage[district]; place < FirstVillage[district + 1]; place++)
                yield return (Districts.Codes[district] * VillagesPerDistrict) + Villages.Codes[place];
        }
    }

    private static Queue<(long Code, (int Start, int Length) Name)> Merge(
        IEnumerable<long> codes, Level level, IEnumerable<(long Code, int Length, (int Start, int Length) Name)> others)
    {
        var names = codes.Zip(level.Names).ToDictionary(known => known.First, known => known.Second);
        foreach (var (code, _, name) in others)
            names[code] = name;
        return new(names.OrderBy(known => known.Key).Select(known => (known.Key, known.Value)));
    }

    private void Fill(
        Queue<(long Code, (int Start, int Length) Name)> regencies,
        Queue<(long Code, (int Start, int Length) Name)> districts,
        Queue<(long Code, (int Start, int Length) Name)> villages)
    {
        foreach (var (regency, regencyName) in regencies)
        {
            FirstDistrict.Add(Districts.Codes.Count);
            Regencies.Add((int)regency, regencyName);
            foreach (var (district, districtName) in PartsOf(regency, districts, width: 100))
            {
                FirstVillage.Add(Villages.Codes.Count);
                Districts.Add((int)district, districtName);
                foreach (var (village, villageName) in PartsOf(district, villages, VillagesPerDistrict))
                    Villages.Add((int)(village % VillagesPerDistrict), villageName);
            }
        }

        FirstDistrict.Add(Districts.Codes.Count);
        FirstVillage.Add(Villages.Codes.Count);
    }

    // Takes the parts of one parent out of a sorted queue, and those before them that have no parent.
    private static IEnumerable<(long Code, (int Start, int Length) Name)> PartsOf(long parent, Queue<(long Code, (int Start, int Length) Name)> parts, long width)
    {
        while (parts.TryPeek(out var next) && next.Code / width <= parent)
        {
            parts.Dequeue();
            if (next.Code / width == parent)
                yield return next;
        }
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
