using KpuSync.Contracts.V1;

namespace KpuSync.TestKit.Changes;

/// <summary>Batches of one producer.</summary>
public static class BatchExamples
{
    /// <summary>The producer that tests use unless they need two.</summary>
    public const string Producer = "0b8f2c1e-1111-4222-8333-000000000001";

    /// <summary>A batch with an id of its own sequence, so that the same call makes the same batch.</summary>
    public static Batch Of(long sequence, params IEnumerable<Change> changes) => With(sequence, Producer, "5201", changes);

    /// <summary>A batch of a producer and office.</summary>
    public static Batch With(long sequence, string producer, string office, IEnumerable<Change> changes)
    {
        var batch = new Batch
        {
            OfficeCode = office,
            ProducerId = producer,
            Sequence = sequence,
            BatchId = IdOf(producer, sequence),
            Mode = BatchMode.PerChange,
            SourceName = "contoh.csv",
            ContractVersion = "1.0",
        };
        batch.Changes.AddRange(changes);
        return batch;
    }

    /// <summary>The id that <see cref="With"/> gives.</summary>
    public static string IdOf(string producer, long sequence) =>
        new Guid((int)sequence, (short)producer[^1], 3, [1, 2, 3, 4, 5, 6, 7, 8]).ToString("D");
}
