using System.Globalization;
using KpuSync.Samples.People;
using KpuSync.Samples.Places;

namespace KpuSync.Samples.Truth;

/// <summary>Writes what a register must hold: NIK, space, record hash.</summary>
internal sealed class RegisterFile(string path) : IDisposable
{
    private const int LineLength = 34;
    private readonly FileStream _file = new(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 1 << 16);

    public int Count { get; private set; }

    public void Add(Voter voter, OfficePlaces places)
    {
        Span<byte> line = stackalloc byte[LineLength];
        voter.Nik.TryFormat(line, out _, "D16", CultureInfo.InvariantCulture);
        line[16] = (byte)' ';
        HashOf(voter, places).TryFormat(line[17..], out _, "x16", CultureInfo.InvariantCulture);
        line[33] = (byte)'\n';
        _file.Write(line);
        Count++;
    }

    public void Dispose() => _file.Dispose();

    // Field for field as RecordHash.Of takes them from the contract's record.
    private static ulong HashOf(Voter voter, OfficePlaces places)
    {
        Span<char> text = stackalloc char[16];
        var hash = RecordHash.Start;
        voter.Nik.TryFormat(text, out _, "D16", CultureInfo.InvariantCulture);
        hash.Add(text);
        voter.Nkk.TryFormat(text, out _, "D16", CultureInfo.InvariantCulture);
        hash.Add(text);
        hash.Add(voter.Name.Span);
        hash.Add(voter.Female ? "P" : "L");
        hash.Add(voter.BirthPlace);
        voter.Birth.TryFormat(text, out var length, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        hash.Add(text[..length]);
        hash.Add([voter.Marital]);
        hash.Add(voter.Address.Span);
        hash.Add(voter.Rt);
        hash.Add(voter.Rw);
        hash.Add(places.Villages[voter.Village].Code);
        hash.Add(voter.PollingStation);
        hash.Add(voter.Disability);
        hash.Add(voter.CardHeld ? "S" : "B");
        if (voter.Dpid == 0)
            hash.Add("");
        else
            hash.Add(voter.Dpid);
        hash.Add(voter.Source);
        return hash.Value;
    }
}
