using KpuSync.Contracts.V1;
using KpuSync.Rules.Regions;
using KpuSync.TestKit.Changes;

namespace KpuSync.Server.Tests;

/// <summary>Makes the batches of one producer, in sequence, each with voters of their own.</summary>
internal sealed class Batches(string office)
{
    // Any village of the office; an office that does not exist has none.
    private readonly string _village = RegionCatalogue.Default.DistrictsOf(office)
        .SelectMany(district => RegionCatalogue.Default.VillagesOf(district.Code)).FirstOrDefault()?.Code ?? $"{office}012001";

    private long _sequence;
    private int _serial;

    public string ProducerId { get; } = Guid.NewGuid().ToString();

    public Batch Next(int changes = 1)
    {
        var batch = new Batch
        {
            OfficeCode = office,
            ProducerId = ProducerId,
            Sequence = ++_sequence,
            BatchId = Guid.NewGuid().ToString(),
            SourceName = "pemilih.csv",
            ContractVersion = "1.0",
        };
        for (var i = 0; i < changes; i++)
            batch.Changes.Add(Change());
        return batch;
    }

    /// <summary>A valid new voter.</summary>
    public Change Change()
    {
        var serial = ++_serial;
        return new Change
        {
            Reference = $"{serial}",
            VoterUpsert = new VoterUpsert
            {
                Reason = UpsertReason.State,
                Voter = new VoterRecord
                {
                    Nik = $"{office}01120187{serial:0000}",
                    Nkk = $"{office}010101100001",
                    Name = VoterExamples.NameOf(serial),
                    Sex = Sex.Male,
                    BirthPlace = "GERUNG",
                    BirthDate = "1987-01-12",
                    MaritalStatus = MaritalStatus.Married,
                    Address = "JALAN RAYA 1",
                    Rt = 1,
                    Rw = 2,
                    VillageCode = _village,
                    PollingStation = 1,
                    ElectronicCard = ElectronicCard.Held,
                },
            },
        };
    }
}
