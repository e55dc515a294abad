using System.Globalization;
using KpuSync.Contracts.V1;

namespace KpuSync.Samples.Truth;

/// <summary>One number for all that a voter record says: two records are equal if their numbers are. FNV-1a over UTF-16, 64 bits.</summary>
/// <remarks>For comparing a register with the truth file in tests and demonstrations; it is no signature.</remarks>
public struct RecordHash
{
    private ulong _value;

    private RecordHash(ulong value) => _value = value;

    /// <summary>The number so far.</summary>
    public readonly ulong Value => _value;

    internal static RecordHash Start => new(0xCBF29CE484222325);

    /// <summary>The hash of a record as the contract carries it.</summary>
    public static ulong Of(VoterRecord voter)
    {
        ArgumentNullException.ThrowIfNull(voter);
        var hash = Start;
        hash.Add(voter.Nik);
        hash.Add(voter.Nkk);
        hash.Add(voter.Name);
        hash.Add(voter.Sex switch { Sex.Male => "L", Sex.Female => "P", _ => "" });
        hash.Add(voter.BirthPlace);
        hash.Add(voter.BirthDate);
        hash.Add(voter.MaritalStatus switch { MaritalStatus.NotMarried => "B", MaritalStatus.Married => "S", MaritalStatus.OnceMarried => "P", _ => "" });
        hash.Add(voter.Address);
        hash.Add(voter.Rt);
        hash.Add(voter.Rw);
        hash.Add(voter.VillageCode);
        hash.Add(voter.PollingStation);
        hash.Add(Math.Max(0, (int)voter.Disability - 1));
        hash.Add(voter.ElectronicCard switch { ElectronicCard.Held => "S", ElectronicCard.NotYet => "B", _ => "" });
        hash.Add(voter.Dpid);
        hash.Add(voter.Source);
        return hash.Value;
    }

    internal void Add(long number)
    {
        Span<char> text = stackalloc char[20];
        number.TryFormat(text, out var written, provider: CultureInfo.InvariantCulture);
        Add(text[..written]);
    }

    internal void Add(ReadOnlySpan<char> text)
    {
        const ulong prime = 0x100000001B3;
        var value = _value;
        foreach (var c in text)
            value = (value ^ c) * prime;
        _value = (value ^ 0x1F) * prime;
    }
}
