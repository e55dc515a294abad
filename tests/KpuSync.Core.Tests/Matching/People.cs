using KpuSync.Contracts.V1;
using KpuSync.Core.Duplicates.Matching;
using KpuSync.TestKit.Changes;

namespace KpuSync.Core.Tests.Matching;

/// <summary>People for matching: one that every test starts from, and what changes in the second registration.</summary>
internal static class People
{
    public static Person One(Action<VoterRecord>? change = null)
    {
        var record = VoterExamples.Record(1, name: "SITI NURHALIZA", birthDate: "1980-03-21");
        record.Sex = Sex.Female;
        record.Nik = "5201016103800001";
        change?.Invoke(record);
        return Person.From(record);
    }

    /// <summary>Another NIK of the same district and birth date, as when a number was issued anew.</summary>
    public static Person IssuedAnew(Action<VoterRecord>? change = null) => One(record =>
    {
        record.Nik = "5201016103800002";
        change?.Invoke(record);
    });

    /// <summary>Another card, address and village of another office.</summary>
    public static void Move(VoterRecord record)
    {
        record.Nkk = "5204080203210009";
        record.VillageCode = "5204082001";
        record.Address = "DUSUN REBAN";
        (record.Rt, record.Rw) = (7, 0);
    }
}
