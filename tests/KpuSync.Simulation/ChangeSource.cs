using System.Globalization;
using KpuSync.Contracts.V1;
using KpuSync.TestKit.Changes;

namespace KpuSync.Simulation;

/// <summary>Changes of every kind and outcome over a few people, so that they meet often.</summary>
internal sealed class ChangeSource(Random random)
{
    private const int People = 25;

    public Batch NextBatch(long sequence, string producer, string office)
    {
        var changes = Enumerable.Range(0, 1 + random.Next(6)).Select(_ => NextChange(sequence, office)).ToList();
        var batch = BatchExamples.With(sequence, producer, office, changes);
        batch.BatchId = new Guid(random.Next(), (short)sequence, 1, [1, 2, 3, 4, 5, 6, 7, 8]).ToString("D");
        batch.Mode = random.Next(4) == 0 ? BatchMode.AllOrNothing : BatchMode.PerChange;
        return batch;
    }

    private Change NextChange(long sequence, string office)
    {
        var number = 1 + random.Next(People);
        var change = random.Next(10) switch
        {
            < 4 => VoterExamples.Upsert(Record(number, office), UpsertReason.NewFirstTime),
            4 => VoterExamples.Upsert(Record(number, office), UpsertReason.Changed),
            5 => VoterExamples.Upsert(VoterExamples.Record(number, office, birthDate: "1920-02-02"), verification: random.Next(2) == 0 ? VoterExamples.Verified() : null),
            6 => VoterExamples.Remove(VoterExamples.NikOf(number, office), random.Next(2) == 0 ? RemovalGround.Deceased : RemovalGround.MovedAway),
            7 => VoterExamples.ChangeNik(VoterExamples.NikOf(number, office), Renumbered(number, office)),
            8 => VoterExamples.Remove("0000000000000000"),
            _ => VoterExamples.Upsert(VoterExamples.Record(number, office, name: "ORANG LAIN", birthDate: "1990-01-01")),
        };
        if (random.Next(5) == 0)
            change.Corrects = new ChangeRef { Sequence = 1 + random.NextInt64(sequence), Index = random.Next(3) };
        if (random.Next(8) == 0)
            change.IfRevision = new Revision { Position = 1 + random.Next(20), Index = random.Next(3) };
        change.Reference = number.ToString(CultureInfo.InvariantCulture);
        return change;
    }

    private VoterRecord Record(int number, string office)
    {
        var record = VoterExamples.Record(number, office);
        record.Rt = random.Next(4);
        return record;
    }

    private VoterRecord Renumbered(int number, string office)
    {
        var record = Record(number, office);
        record.Nik = VoterExamples.NikOf(1 + random.Next(People), office);
        return record;
    }
}
