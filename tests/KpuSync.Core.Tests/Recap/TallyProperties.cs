using CsCheck;
using KpuSync.Contracts.V1;
using KpuSync.Core.Ledger;
using KpuSync.Core.Recap;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;
using KpuSync.TestKit;
using KpuSync.TestKit.Changes;
using KpuSync.TestKit.Stores;

namespace KpuSync.Core.Tests.Recap;

public class TallyProperties
{
    private static readonly OfficeCode _office = OfficeCode.Parse("5201");

    private static readonly Gen<Change> _change = Gen.OneOf(
        Gen.Select(Gen.Int[1, 12], Gen.Enum<UpsertReason>(), Gen.Int[0, 3], Gen.Int[0, 2], Gen.Bool, Gen.Int[0, 1]).Select((voter, reason, station, village, isMale, rt) =>
            Upsert(Record(voter, station, village, isMale, rt), reason)),
        Gen.Select(Gen.Int[1, 12], Gen.Enum<RemovalGround>()).Select((voter, ground) => VoterExamples.Remove(VoterExamples.NikOf(voter), ground)),
        Gen.Select(Gen.Int[1, 12], Gen.Int[1, 12], Gen.Int[0, 3], Gen.Bool).Select((from, to, station, isMale) =>
            VoterExamples.ChangeNik(VoterExamples.NikOf(from), Record(to, station, 0, isMale, 0))));

    private static readonly Gen<(Change[] Changes, bool IsAllOrNothing, int Hours)[]> _batches =
        Gen.Select(_change.Array[1, 8], Gen.Bool, Gen.Int[0, 30]).Array[1, 25];

    // Goal: the tallies are the register, summed up, and what the ledger amounts to. Method: push random changes of every kind, reason and ground over a few
    // people, also as batches that fail as a whole and over several days; compare with a full scan of the register and with a rebuild.
    [Fact]
    public Task Push_AnyChanges_TalliesEqualScanAndLedger() => _batches.SampleAsync(
        async batches =>
        {
            using var folder = new TempFolder();
            await using var core = await TestCore.OpenAsync(folder.File("kpusync.db"));
            for (var i = 0; i < batches.Length; i++)
            {
                core.Time.Advance(TimeSpan.FromHours(batches[i].Hours));
                var batch = BatchExamples.Of(i + 1, batches[i].Changes);
                batch.Mode = batches[i].IsAllOrNothing ? BatchMode.AllOrNothing : BatchMode.PerChange;
                (await core.PushAsync(batch)).IsOk.ShouldBeTrue();
            }

            (await core.Get<TallyCheck>().CheckAsync(_office, default)).Differences.ShouldBeEmpty();
            (await core.Get<RebuildHandler>().CheckAsync(_office, default)).Differences.ShouldBeEmpty();
        },
        iter: 60);

    private static Change Upsert(VoterRecord voter, UpsertReason reason)
    {
        var change = VoterExamples.Upsert(voter, reason);
        change.VoterUpsert.MinutesNumber = reason is UpsertReason.OpeningBalance ? "26/PL.01.2-BA/52/2025" : "";
        return change;
    }

    private static VoterRecord Record(int number, int station, int village, bool isMale, int rt)
    {
        var regions = RegionCatalogue.Default;
        var district = regions.DistrictsOf("5201")[village / 2].Code;
        var voter = VoterExamples.Record(number);
        voter.VillageCode = regions.VillagesOf(district)[village % 2].Code;
        voter.PollingStation = station;
        voter.Sex = isMale ? Sex.Male : Sex.Female;
        voter.Rt = rt;
        return voter;
    }
}
