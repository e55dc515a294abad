using KpuSync.Contracts.V1;
using KpuSync.Rules.Names;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Duplicates.Matching;

/// <summary>A voter in the form in which voters are compared: everything normalised once, so that comparing is cheap.</summary>
/// <remarks>Holds personal data: nothing of it goes into logs or exceptions.</remarks>
public sealed class Person
{
    private Person(VoterRecord record)
    {
        Nik = Nik.TryParse(record.Nik, out var nik) ? nik : default;
        Nkk = Nkk.TryParse(record.Nkk, out var nkk) ? nkk : default;
        Name = NormalizedName.Of(record.Name);
        Words = [.. Name.Words.Select(word => new PersonWord(word))];
        Sex = record.Sex;
        BirthPlace = BirthPlaceName.Of(record.BirthPlace);
        BirthDate = IsoDate.TryParse(record.BirthDate, out var date) ? date : default;
        Village = long.TryParse(record.VillageCode, out var village) ? village : 0;
        HasNikOfDistrict = record.Nik.Length == 16 && RegionCatalogue.Default.MayHaveBeenDistrict(record.Nik.AsSpan(0, 6));
        Rt = record.Rt;
        Rw = record.Rw;
        Address = NameSpelling.Fold(record.Address);
    }

    /// <summary>Identity number.</summary>
    public Nik Nik { get; }

    /// <summary>Family card number; 0 if it was none.</summary>
    public Nkk Nkk { get; }

    /// <summary>Name; may be empty, and then says nothing.</summary>
    public NormalizedName Name { get; }

    /// <summary>Sex.</summary>
    public Sex Sex { get; }

    /// <summary>Place of birth, folded and without KOTA, KABUPATEN and the like.</summary>
    public string BirthPlace { get; }

    /// <summary>Date of birth.</summary>
    public DateOnly BirthDate { get; }

    /// <summary>Village by its 10-digit Kemendagri code as a number; 0 if it was none.</summary>
    public long Village { get; }

    /// <summary>Neighbourhood unit, 0 to 999.</summary>
    public int Rt { get; }

    /// <summary>Community unit, 0 to 999.</summary>
    public int Rw { get; }

    /// <summary>Letters of the address, folded.</summary>
    public string Address { get; }

    /// <summary>True for the first of January, which registries wrote where the day was not known: very many people share it.</summary>
    public bool HasUnknownBirthDay => BirthDate is { Day: 1, Month: 1 };

    /// <summary>False if the NIK begins with a number that no district ever had: a digit of it is wrong.</summary>
    internal bool HasNikOfDistrict { get; }

    /// <summary>The words of the name with what comparing them needs.</summary>
    internal PersonWord[] Words { get; }

    /// <summary>Normalises a record. A field that cannot be read counts as unknown; records of the register can.</summary>
    public static Person From(VoterRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return new Person(record);
    }
}
