using KpuSync.Contracts.V1;
using KpuSync.TestKit.Changes;

namespace KpuSync.Benchmarks;

/// <summary>Changes that amount to what Kota Serang published for the third quarter of 2022: 471,621 -> 480,084 (L 241,715, P 238,369).</summary>
internal static class SerangQuarter
{
    public const string Office = "3673";

    private const int Before = 471_621;
    private const int BeforeMale = 237_484;
    private const int FirstTime = 41_805;
    private const int MovedIn = 2_047;
    private const int RemovedMale = 17_695;
    private const int DataChanged = 135;
    private const int AddressChanged = 40;

    private static readonly (RemovalGround Ground, int Count)[] Removed =
    [
        (RemovalGround.Deceased, 5_069), (RemovalGround.Duplicate, 9_491), (RemovalGround.MovedAway, 1_613), (RemovalGround.Military, 45),
        (RemovalGround.Police, 111), (RemovalGround.UnknownPerson, 33), (RemovalGround.NotResident, 19_027),
    ];

    public static IEnumerable<Change> Opening() => Enumerable.Range(0, Before).Select(n => RecapPeople.Opening(n, Office, n < BeforeMale));

    public static IEnumerable<Change> Changes()
    {
        for (var n = 0; n < FirstTime + MovedIn; n++)
            yield return VoterExamples.Upsert(RecapPeople.Record(Before + n, Office, n % 2 == 0), n < FirstTime ? UpsertReason.NewFirstTime : UpsertReason.NewMovedIn);
        foreach (var (n, ground) in Removed.SelectMany(r => Enumerable.Repeat(r.Ground, r.Count)).Index())
        {
            var isMale = n < RemovedMale;
            yield return VoterExamples.Remove(RecapPeople.Record(isMale ? n : BeforeMale + n - RemovedMale, Office, isMale).Nik, ground);
        }

        for (var n = 0; n < DataChanged + AddressChanged; n++)
        {
            var voter = RecapPeople.Record(RemovedMale + n, Office, isMale: true);
            if (n < DataChanged)
                voter.Rt = 99;
            else
                voter.PollingStation += 100;
            yield return VoterExamples.Upsert(voter, n < DataChanged ? UpsertReason.Changed : UpsertReason.PollingStationCorrected);
        }
    }

    public static bool IsPublished(RecapFigures figures) =>
        Sum(figures.PreviousTotal) == Before
        && Sum(figures.NewFirstTime) == FirstTime
        && Sum(figures.NewMovedIn) == MovedIn
        && figures.Removed.Select(r => (r.Ground, (int)Sum(r.Count))).SequenceEqual(Removed)
        && Sum(figures.DataChanged) == DataChanged
        && Sum(figures.AddressFrom) == AddressChanged
        && Sum(figures.AddressTo) == AddressChanged
        && figures.Total.Equals(new SexCount { Male = 241_715, Female = 238_369 });

    private static long Sum(SexCount count) => count.Male + count.Female;
}
