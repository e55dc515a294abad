using KpuSync.Samples.Files;
using KpuSync.Samples.Numbers;
using KpuSync.Samples.People;
using KpuSync.Samples.Places;
using KpuSync.Samples.Truth;

namespace KpuSync.Samples;

/// <summary>What has changed when the second export is taken: about 2 percent of the list changed, 0.6 gone, 1.2 new.</summary>
internal sealed class LaterChanges(SampleOptions options, OfficePlaces places, NikMaker niks, HouseholdMaker households, ExportFile file)
{
    private readonly Voter _after = new();
    private SplitMix _random = SplitMix.For(options.Seed, 0xC4A6E + ulong.Parse(places.Office, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Writes a voter of the first export as the second one has it.</summary>
    public void Write(Voter voter)
    {
        _after.CopyFrom(voter);
        switch (_random.Below(10_000))
        {
            case < 60:
                WriteRemoved(voter);
                break;
            case < 80:
                WritePollingStationPair(voter);
                break;
            case < 95:
                WriteNikCorrected(voter);
                break;
            case < 270:
                WriteChanged(voter);
                break;
            default:
                file.WriteState(voter);
                break;
        }
    }

    /// <summary>Appends the new voters: first-time ones without a DPID, and people who moved in.</summary>
    public void WriteNew(int rows)
    {
        var count = Math.Max(rows / 80, Math.Min(rows, 3));
        for (var i = 0; i < count; i++)
            WriteNewVoter(firstTime: i % 10 < 7);
    }

    private void WriteRemoved(Voter voter)
    {
        var ket = _random.Below(100) switch { < 55 => "1", < 88 => "4", < 93 => "6", < 97 => "7", _ => "5" };
        file.Fill(voter);
        WithKet(ket);
        file.WriteRow();
        file.Remove();
        file.List(PlantedKind.Removed, voter, row => row with { Ket = ket });
    }

    private void WritePollingStationPair(Voter voter)
    {
        file.Fill(voter);
        file.Row.Set(Column.Ket, "8");
        file.WriteRow();
        file.List(PlantedKind.PollingStationCorrected, voter, row => row with { Ket = "8" });
        _after.PollingStation = voter.PollingStation > 1 ? voter.PollingStation - 1 : voter.PollingStation + 1;
        _after.Rt = (voter.Rt % 12) + 1;
        file.Fill(_after);
        file.Row.Set(Column.Ket, "B");
        file.WriteRow();
        file.Change(_after);
        file.List(PlantedKind.PollingStationCorrected, _after, row => row with { Ket = "B" });
    }

    // Half of the offices' clerks name the old number; the other half only keep the DPID.
    private void WriteNikCorrected(Voter voter)
    {
        _after.Nik = niks.LaterNative(households.DistrictOf(voter.Village), voter.Birth, voter.Female, ref _random);
        file.Fill(_after);
        file.Row.Set(Column.Ket, "U");
        if (_random.Chance(5_000))
            file.Row.Set(Column.OldNik, voter.Nik, "D16");
        file.WriteRow();
        file.Change(_after);
        var oldNik = ExportFile.NikText(voter.Nik);
        file.List(PlantedKind.NikCorrected, _after, row => row with { Ket = "U", OldNik = oldNik });
    }

    private void WriteChanged(Voter voter)
    {
        switch (_random.Below(4))
        {
            case 0:
                _after.Address.Set("JL. ");
                _after.Address.Add(_random.Pick(NamePools.Streets));
                _after.Address.Add(" NO. ");
                _after.Address.Add(_random.Between(181, 399));
                break;
            case 1:
                _after.Marital = voter.Marital == 'B' ? 'S' : 'P';
                break;
            case 2:
                _after.Rw = voter.Rw + 8;
                break;
            default:
                _after.Name.AddWord(_random.Pick(voter.Female ? NamePools.FemaleSecond : NamePools.MaleSecond));
                break;
        }

        // Clerks forget the KET: a row without one that differs is a change all the same.
        var ket = _random.Chance(7_000) ? "U" : "";
        file.Fill(_after);
        if (ket.Length > 0)
            WithKet(ket);
        file.WriteRow();
        file.Change(_after);
        file.List(PlantedKind.Changed, _after, row => row with { Ket = ket });
    }

    private void WriteNewVoter(bool firstTime)
    {
        var voter = _after;
        voter.Village = _random.Below(places.Villages.Length);
        households.MakePerson(voter, firstTime ? 17 : _random.Between(20, 60), firstTime ? 'B' : 'S', later: true, ref _random);
        voter.Nkk = NikMaker.Compose(households.DistrictOf(voter.Village), options.ReferenceDate.AddDays(-_random.Below(3_000)), female: false, _random.Between(1, 9_999));
        voter.Address.Set("DUSUN ");
        voter.Address.Add(_random.Pick(NamePools.Hamlets));
        voter.Rt = _random.Between(1, 12);
        voter.Rw = _random.Below(8);
        voter.PollingStation = 1;
        voter.Dpid = 0;
        voter.Source = firstTime ? "DP4 PEMILIH PEMULA" : "LAPORAN MASYARAKAT";
        file.Fill(voter);
        if (_random.Chance(5_000))
            file.Row.Set(Column.Dpid, "0");
        file.Row.Set(Column.NewKind, firstTime ? "PEMULA" : "PINDAH MASUK");
        if (!firstTime)
            file.Row.Set(Column.PreviousOffice, places.FarOffices[_random.Below(places.FarOffices.Length)]);
        WithKet("B");
        file.WriteRow();
        file.Enter(voter);
        file.List(PlantedKind.New, voter, row => row with { Ket = "B" });
    }

    // Every other row says since when it holds; the others hold from the day on which they are sent.
    private void WithKet(string ket)
    {
        file.Row.Set(Column.Ket, ket);
        if (_random.Chance(5_000))
            file.Row.Set(Column.EffectiveDate, options.ReferenceDate.AddDays(_random.Below(80)), file.Layout.DateFormat);
    }
}
