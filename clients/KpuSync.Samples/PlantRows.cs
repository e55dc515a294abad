using KpuSync.Samples.Files;
using KpuSync.Samples.Numbers;
using KpuSync.Samples.People;
using KpuSync.Samples.Planting;
using KpuSync.Samples.Truth;

namespace KpuSync.Samples;

/// <summary>Writes the planted rows. They are drawn alike in both rounds, so that the second export is of the same people.</summary>
internal sealed class PlantRows(SampleOptions options, HouseholdMaker households, ExportFile file)
{
    private const string Source = "COKLIT TERBATAS";
    private SplitMix _random = SplitMix.For(options.Seed, 0x0A57);
    private long _repeatedNik;

    public void Write(Plant plant, Voter voter, int round)
    {
        switch (plant)
        {
            case DuplicatePlant duplicate:
                WriteDuplicate(duplicate, voter, round);
                break;
            case OverHundredPlant overHundred:
                WriteOverHundred(overHundred, voter, round);
                break;
            case BrokenPlant broken:
                WriteBroken(broken, voter, round);
                break;
        }
    }

    private void WriteDuplicate(DuplicatePlant plant, Voter voter, int round)
    {
        var person = plant.Person;
        voter.Nik = plant.Second ? person.SecondNik : person.Nik;
        voter.Name.Set(plant.Second ? person.SecondName : person.Name);
        voter.Female = person.Female;
        voter.Birth = person.Birth;
        voter.BirthPlace = person.BirthPlace;
        voter.Disability = 0;
        file.WriteState(voter);
        if (round == 1)
            file.List(PlantedKind.Duplicate, voter, row => row with { Pair = person.Id, Class = person.Class, Reach = person.Reach });
    }

    private void WriteOverHundred(OverHundredPlant plant, Voter voter, int round)
    {
        households.MakePerson(voter, _random.Between(101, 109), 'P', later: false, ref _random);
        voter.Source = Source;
        var verified = plant.Verified || (round > 1 && plant.VerifiedLater);
        file.Fill(voter);
        if (verified)
            RowFill.FillVerification(file.Row, options.ReferenceDate.AddDays(-14), file.Layout);
        file.WriteRow();
        file.List(verified ? PlantedKind.OverHundredVerified : PlantedKind.OverHundredUnverified, voter);
        if (!verified)
            file.CountUnverified();
        else if (round == 1 || !plant.Verified)
            file.Enter(voter);
        else
            file.Keep(voter);
    }

    private void WriteBroken(BrokenPlant plant, Voter voter, int round)
    {
        if (round > 1 && plant.Mended)
        {
            file.Fill(voter);
            file.WriteRow();
            file.Enter(voter);
            file.List(PlantedKind.Mended, voter, row => row with { Broken = plant.Kind });
            return;
        }

        if (plant.Second)
            voter.Nik = _repeatedNik;
        _repeatedNik = voter.Nik;
        file.Fill(voter);
        BrokenRows.Damage(file.Row, plant.Kind, file.Layout, options.ReferenceDate);
        file.WriteRow();
        file.CountBroken();
        var column = BrokenRows.ColumnOf(plant.Kind);
        file.List(PlantedKind.Broken, voter, row => row with { Broken = plant.Kind, Column = column is { } c ? Columns.HeaderOf(c) : null });
    }
}
