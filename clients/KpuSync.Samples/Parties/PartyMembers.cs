using System.Globalization;
using KpuSync.Samples.Files;
using KpuSync.Samples.People;
using KpuSync.Samples.Places;
using KpuSync.Samples.Truth;

namespace KpuSync.Samples.Parties;

/// <summary>Makes members of parties out of an office's voters, with doubles planted at the rates that a typical regency finds.</summary>
/// <remarks>
/// Of 6,681 members of one regency 1,721 stood twice in their party, 598 in two parties, 2 had an occupation that excludes them, and 1,279 numbers were doubtful:
/// about every fourth, eleventh and fifth.
/// </remarks>
internal sealed class PartyMembers(SampleOptions options, OfficePlaces places)
{
    private const int VotersPerMember = 40;
    private const int InsideEvery = 4;
    private const int BetweenEvery = 11;
    private const int DoubtfulEvery = 5;
    private const long SerialsOfNik = 10_000;

    // Serials this high are given to nobody in the samples.
    private const int DoubtfulSerial = 9_000;

    private readonly List<(int Party, long Nik, string Row)> _rows = [];
    private readonly HashSet<long> _niks = [];
    private readonly HashSet<long> _doubtful = [];
    private readonly HashSet<long> _excluded = [];
    private int _voters;
    private int _members;

    /// <summary>Sees every plain voter of the office's first export; some are members.</summary>
    public void See(Voter voter)
    {
        _niks.Add(voter.Nik);
        if (_voters++ % VotersPerMember != 0)
            return;
        var index = _members++;
        var party = PartyOf(index);
        var occupation = index switch { 0 => "PNS", 1 => "TNI AD", _ => "WIRASWASTA" };
        var nik = voter.Nik;
        if (index % DoubtfulEvery == 2)
        {
            nik = (nik / SerialsOfNik * SerialsOfNik) + DoubtfulSerial + (index % 900);
            _doubtful.Add(nik);
        }

        if (index < 2)
            _excluded.Add(nik);
        Add(party, nik, voter, occupation);
        if (index % InsideEvery == 3)
            Add(party, nik, voter, occupation);
        if (index % BetweenEvery == 5)
            Add(PartyOf(index + 1), nik, voter, occupation);
    }

    /// <summary>Writes the file, and tells what is planted in it by party.</summary>
    public IReadOnlyList<SampleParty> Write()
    {
        if (_doubtful.Overlaps(_niks))
            throw new InvalidOperationException("A number that nobody should have is somebody's.");
        TableFile.Write(
            options,
            $"anggota-{places.Office}",
            _rows.Select(r => r.Row).Prepend("PARTAI;KTA;NIK;NAMA;JK;TGL_LHR;STS;PEKERJAAN;ALAMAT;KECAMATAN;DESA").Select(row => row.Split(';')));
        var partiesOf = _rows.GroupBy(r => r.Nik).ToDictionary(g => g.Key, g => g.Select(r => r.Party).Distinct().Count());
        return [.. _rows.GroupBy(r => r.Party).OrderBy(g => g.Key).Select(g => new SampleParty
        {
            Office = places.Office,
            Party = g.Key,
            Members = g.Count(),
            DoubleInside = g.Count() - g.DistinctBy(r => r.Nik).Count(),
            DoubleBetween = g.Count(r => partiesOf[r.Nik] > 1),
            Occupation = g.Count(r => _excluded.Contains(r.Nik)),
            NotRegistered = g.Count(r => _doubtful.Contains(r.Nik)),
        })];
    }

    private static int PartyOf(int index) => PartyList.All[index % PartyList.All.Count].Number;

    private void Add(int party, long nik, Voter voter, string occupation)
    {
        var card = string.Create(CultureInfo.InvariantCulture, $"{places.Office}.{party:00}.{_rows.Count + 1:000000}");
        var village = places.Villages[voter.Village];
        _rows.Add((party, nik, string.Create(
            CultureInfo.InvariantCulture,
            $"{party};{card};{nik:D16};{voter.Name.Span};{(voter.Female ? 'P' : 'L')};{voter.Birth:dd-MM-yyyy};{voter.Marital};{occupation};{voter.Address.Span};{places.DistrictCodes[village.District]};{village.Code}")));
    }
}
