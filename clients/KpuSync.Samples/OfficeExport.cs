using KpuSync.Samples.Numbers;
using KpuSync.Samples.Parties;
using KpuSync.Samples.People;
using KpuSync.Samples.Places;
using KpuSync.Samples.Planting;
using KpuSync.Samples.Truth;

namespace KpuSync.Samples;

/// <summary>Writes one export of one office, row by row, and keeps account of what it holds.</summary>
internal sealed class OfficeExport : IDisposable
{
    // KPU's limit is 600 voters a station; lists are laid out with room to spare.
    private const int VotersPerStation = 420;
    private readonly SampleOptions _options;
    private readonly OfficePlaces _places;
    private readonly Dictionary<int, Plant> _plants;
    private readonly int _round;
    private readonly int _rows;
    private readonly NikMaker _niks;
    private readonly HouseholdMaker _households;
    private readonly PartyMembers _members;
    private readonly PlantRows _plantRows;
    private readonly LaterChanges _changes;
    private readonly ExportFile _file;

    public OfficeExport(SampleOptions options, OfficePlaces places, SamplePlan plan, int officeIndex, int round)
    {
        _options = options;
        _places = places;
        _round = round;
        _rows = plan.Rows[officeIndex];
        _plants = plan.PlacesOf(officeIndex, options.Seed);
        _niks = new NikMaker(officeIndex);
        _households = new HouseholdMaker(options, places, _niks, options.Seed);
        _file = new ExportFile(options, places, round, optionalColumns: round > 1 || _plants.Values.Any(p => p is OverHundredPlant { Verified: true }));
        _members = new PartyMembers(options, places);
        _plantRows = new PlantRows(options, _households, _file);
        _changes = new LaterChanges(options, places, _niks, _households, _file);
    }

    public IReadOnlyList<PlantedRow> Planted => _file.Planted;

    /// <summary>What is planted among members of parties, who come from the first export.</summary>
    public IReadOnlyList<SampleParty> Parties { get; private set; } = [];

    public SampleExport Write(CancellationToken cancellation)
    {
        var shares = VillageShares();
        var index = 0;
        for (var village = 0; village < shares.Length; village++)
        {
            cancellation.ThrowIfCancellationRequested();
            var stations = Math.Max(1, (shares[village] + VotersPerStation - 1) / VotersPerStation);
            for (var done = 0; done < shares[village];)
            {
                var station = 1 + (int)((long)done * stations / shares[village]);
                var members = _households.Next(village, station, shares[village] - done);
                foreach (var voter in members)
                    WriteVoter(index++, voter);
                done += members.Length;
            }
        }

        if (_round > 1)
            _changes.WriteNew(_rows);
        else
            Parties = _members.Write();
        return _file.Account();
    }

    public void Dispose() => _file.Dispose();

    private void WriteVoter(int index, Voter voter)
    {
        if (_plants.TryGetValue(index, out var plant))
            _plantRows.Write(plant, voter, _round);
        else if (_round > 1)
            _changes.Write(voter);
        else
            WritePlain(voter);
    }

    private void WritePlain(Voter voter)
    {
        _members.See(voter);
        _file.WriteState(voter);
    }

    // Villages differ in size by a factor of about three.
    private int[] VillageShares()
    {
        var random = SplitMix.For(_options.Seed, 0xDE5A + ulong.Parse(_places.Office, System.Globalization.CultureInfo.InvariantCulture));
        var weights = new OfficeShare[_places.Villages.Length];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = new OfficeShare(_places.Office, random.Between(50, 150));
        return OfficeShare.Divide(_rows, weights);
    }
}
