using KpuSync.Samples.Places;

namespace KpuSync.Samples;

/// <summary>What synthetic exports are made of. Equal options give equal bytes, on every machine and day.</summary>
public sealed record SampleOptions
{
    /// <summary>Folder that the exports and the truth are written to; created if it is not there.</summary>
    public required string Directory { get; init; }

    /// <summary>Rows of the first export of all offices together. 1 to 250 million; 50,000 by default.</summary>
    public int Voters { get; init; } = 50_000;

    /// <summary>Everything random follows from this number.</summary>
    public ulong Seed { get; init; } = 2025;

    /// <summary>Offices and their share of the voters: the ten of NTB and Kota Denpasar by default.</summary>
    public IReadOnlyList<OfficeShare> Offices { get; init; } = OfficeShare.Default;

    /// <summary>1: the first export of each office. 2: also a second one, with what has changed since.</summary>
    public int Rounds { get; init; } = 1;

    /// <summary>CSV or XLSX.</summary>
    public SampleFormat Format { get; init; }

    /// <summary>The day on which the first export is taken; ages are counted back from it. It lies in the past, so that no date in a file is in the future.</summary>
    public DateOnly ReferenceDate { get; init; } = new(2025, 6, 30);

    /// <summary>People registered in two provinces (KPU found 24 in NTB). None are planted where the offices lie in one province.</summary>
    public int DuplicatesBetweenProvinces { get; init; } = 24;

    /// <summary>Other duplicates: in turn one between two offices of a province (same NIK) and one inside an office (probable, K3).</summary>
    public int OtherDuplicates { get; init; } = 2;

    /// <summary>People over 100; in turn without and with a recorded verification. By default 1 in 2,500 rows, at least 8.</summary>
    public int? OverHundreds { get; init; }

    /// <summary>Rows that cannot be applied. By default 1 in 800 rows, and at least one of each kind.</summary>
    public int? BrokenRows { get; init; }
}
