using KpuSync.Contracts.V1;
using KpuSync.Rules;
using KpuSync.Rules.Values;
using KpuSync.Samples;
using KpuSync.Samples.Planting;
using KpuSync.Samples.Truth;

namespace KpuSync.Cli.Tests.Samples;

/// <summary>One set of exports for all tests of this class: writing it is the slow part.</summary>
public sealed class SampleSet : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly Dictionary<string, List<SampleRow>> _rows = [];

    public SampleSet() => Truth = SampleWriter.Write(new SampleOptions { Directory = _directory.Path, Voters = 8_000, Rounds = 2 });

    public SampleTruth Truth { get; }

    public string Directory => _directory.Path;

    /// <summary>The rows of an export; each file is read once.</summary>
    internal IReadOnlyList<SampleRow> RowsOf(string file) => _rows.TryGetValue(file, out var rows) ? rows : _rows[file] = SampleRow.Read(_directory[file]);

    public void Dispose() => _directory.Dispose();
}

public class SampleTruthTests(SampleSet set) : IClassFixture<SampleSet>
{
    private static readonly DateOnly Today = new(2026, 1, 1);

    [Fact]
    public void Planted_Duplicates_AreTheTwentyFourAndTheTwo()
    {
        var pairs = set.Truth.Planted.Where(p => p.Kind == PlantedKind.Duplicate).GroupBy(p => p.Pair).ToList();

        pairs.ShouldAllBe(pair => pair.Count() == 2);
        pairs.Count(pair => pair.All(p => p.Reach == DuplicateReach.BetweenProvinces) && pair.Select(p => p.Office[..2]).Distinct().Count() == 2).ShouldBe(24);
        pairs.Count(pair => pair.All(p => p.Reach == DuplicateReach.BetweenOffices) && pair.Select(p => p.Office).Distinct().Count() == 2).ShouldBe(1);
        pairs.Count(pair => pair.All(p => p.Reach == DuplicateReach.InsideOffice && p.Class == "K3") && pair.Select(p => p.Nik).Distinct().Count() == 2).ShouldBe(1);
    }

    // Whoever is not planted twice stands once: an accidental duplicate would spoil every count that follows.
    [Fact]
    public void Niks_OfAllOffices_RepeatOnlyWhereItIsPlanted()
    {
        var repeated = set.Truth.Exports.Where(e => e.Round == 2)
            .SelectMany(e => set.Truth.RegisterOf(set.Directory, e.Office, 2).Keys)
            .GroupBy(nik => nik).Where(g => g.Count() > 1).Select(g => g.Key);
        var planted = set.Truth.Planted.Where(p => p.Kind == PlantedKind.Duplicate && p.Reach != DuplicateReach.InsideOffice).Select(p => p.Nik).Distinct();

        repeated.Order().ShouldBe(planted.Order());
    }

    [Fact]
    public void Planted_BrokenRows_AreOfEveryKind() =>
        set.Truth.Planted.Where(p => p is { Kind: PlantedKind.Broken, Round: 1 }).Select(p => p.Broken!.Value).Distinct().Order()
            .ShouldBe(Enum.GetValues<BrokenKind>().Order());

    [Fact]
    public void Planted_OverHundreds_AreBothVerifiedAndNot()
    {
        var first = set.Truth.Planted.Where(p => p.Round == 1).ToLookup(p => p.Kind);

        first[PlantedKind.OverHundredUnverified].Count().ShouldBe(4);
        first[PlantedKind.OverHundredVerified].Count().ShouldBe(4);
        foreach (var planted in first[PlantedKind.OverHundredUnverified])
            RowOf(planted)["VERIF_METODE"].ShouldBeEmpty();
    }

    [Fact]
    public void Planted_Rows_StandWhereTheTruthSays()
    {
        foreach (var planted in set.Truth.Planted.Where(p => p.Kind is PlantedKind.Duplicate or PlantedKind.OverHundredUnverified or PlantedKind.Removed or PlantedKind.NikCorrected))
            RowOf(planted)["NIK"].ShouldBe(planted.Nik);
    }

    [Fact]
    public void Registers_OfTheFirstRound_AreTheRowsThatTheRulesAccept()
    {
        foreach (var export in set.Truth.Exports.Where(e => e.Round == 1))
        {
            var register = set.Truth.RegisterOf(set.Directory, export.Office, 1);
            register.Count.ShouldBe(export.Registered);
            (export.Registered + export.Broken + export.Unverified).ShouldBe(export.Rows);
            var broken = BrokenRowsOf(export);
            foreach (var row in set.RowsOf(export.File).Where(r => register.ContainsKey(r["NIK"]) && !broken.Contains(r["DPID"])))
            {
                var record = row.ToRecord(export.Office);
                RecordHash.Of(record).ShouldBe(register[record.Nik]);
                ErrorsOf(record, export.Office).ShouldBeEmpty();
            }
        }
    }

    [Fact]
    public void Exports_OfTheSecondRound_AccountForWhatChanged()
    {
        foreach (var export in set.Truth.Exports.Where(e => e.Round == 2))
        {
            var before = set.Truth.ExportOf(export.Office, 1);
            export.Registered.ShouldBe(before.Registered + export.Entered - export.Removed);
        }

        var kinds = set.Truth.Planted.Where(p => p.Round == 2).Select(p => p.Kind).Distinct();
        kinds.ShouldBe(
            [PlantedKind.New, PlantedKind.Changed, PlantedKind.Removed, PlantedKind.PollingStationCorrected, PlantedKind.NikCorrected,
             PlantedKind.Mended, PlantedKind.Broken, PlantedKind.OverHundredVerified, PlantedKind.OverHundredUnverified],
            ignoreOrder: true);
    }

    [Fact]
    public void Truth_ReadBack_IsWhatWasWritten()
    {
        var read = SampleTruth.Load(set.Directory);

        read.Exports.ShouldBe(set.Truth.Exports);
        read.Planted.ShouldBe(set.Truth.Planted);
    }

    private static IEnumerable<string> ErrorsOf(VoterRecord record, string office)
    {
        var change = new Change { VoterUpsert = new VoterUpsert { Reason = UpsertReason.State, Voter = record } };
        return ChangeRules.Default.Check(change, OfficeCode.Parse(office), Today).Where(v => v.Severity == Severity.Error).Select(v => v.Code);
    }

    private HashSet<string> BrokenRowsOf(SampleExport export) =>
        [.. set.Truth.Planted.Where(p => p.Kind == PlantedKind.Broken && p.Office == export.Office && p.Round == export.Round).Select(p => RowOf(p)["DPID"])];

    private SampleRow RowOf(PlantedRow planted) => set.RowsOf(planted.File)[planted.Row - 2];
}
