using CsCheck;
using KpuSync.Client.State;
using KpuSync.Client.Tests.Support;
using KpuSync.Contracts.V1;

namespace KpuSync.Client.Tests.Delta;

public class DeltaProperties
{
    private static readonly Gen<(int Nik, int Name, int Tps)[]> _export =
        Gen.Select(Gen.Int[1, 40], Gen.Int[0, 3], Gen.Int[1, 4]).Array[0, 40].Select(rows => rows.DistinctBy(r => r.Item1).ToArray());

    private static readonly Gen<(int[] Renamed, int[] Gone, int[] Added)[]> _steps =
        Gen.Select(Gen.Int[0, 199].Array[0, 20], Gen.Int[0, 199].Array[0, 2], Gen.Int[0, 199].Array[0, 2]).Array[1, 4];

    // Goal: whatever exports follow each other, the register is what the last complete one says, and pushing it again sends nothing.
    // Method: push random complete exports one after another to a model register, compare, push the last again.
    [Fact]
    public void Push_AnyCompleteExports_RegisterEqualsTheLastAndASecondPushIsEmpty() => _export.Array[1, 5].Sample(
        exports =>
        {
            using var directory = new TempDirectory();
            using var office = new ModelOffice(directory.Root);
            var options = new PushOptions { Complete = true, GoneAs = RemovalGround.UnknownPerson, ConfirmMassRemoval = true };
            foreach (var export in exports)
            {
                var path = directory.Write("pemilih.csv", Voters.Export([.. export.Select(RowOf)]));
                office.Push(path, options);
                office.Register.Select(v => (v.Key, v.Value.Name, v.Value.PollingStation)).Order().ShouldBe(
                    export.Select(r => (Voters.Nik(r.Nik), NameOf(r.Name), r.Tps)).Order());
                office.Push(path, options).Changes.ShouldBe(0);
                office.Sent.ShouldBeEmpty();
            }
        },
        iter: 30);

    // Goal: after few changes in an export of the usual order, the copy of the baseline is the register, in the order of that export.
    // Method: from an export of 200 rows make others with names changed, a few rows left out and put in, and compare the copy with each.
    // (That the copy is what the database has, the model office checks in every push.)
    [Fact]
    public void Push_FewChanges_TheCopyStandsInTheOrderOfTheExport() => _steps.Sample(
        steps =>
        {
            using var directory = new TempDirectory();
            using var office = new ModelOffice(directory.Root);
            var options = new PushOptions { Complete = true, GoneAs = RemovalGround.UnknownPerson, ConfirmMassRemoval = true };
            var rows = Enumerable.Range(1, 200).Select(n => (Nik: n, Name: 0, Tps: 1)).ToList();
            var newest = rows.Count;
            office.Push(directory.Write("pemilih.csv", Voters.Export([.. rows.Select(RowOf)])), options);
            foreach (var (renamed, gone, added) in steps)
            {
                foreach (var at in renamed)
                    rows[at % rows.Count] = rows[at % rows.Count] with { Name = (rows[at % rows.Count].Name + 1) % 4 };
                foreach (var at in gone)
                    rows.RemoveAt(at % rows.Count);
                foreach (var at in added)
                    rows.Insert(at % rows.Count, (++newest, 0, 1));
                office.Push(directory.Write("pemilih.csv", Voters.Export([.. rows.Select(RowOf)])), options);
                var copy = office.CopyOfBaseline().Where(e => new VoterState(e.State).IsActive);
                copy.Select(e => e.Nik).ShouldBe(rows.Select(r => long.Parse(Voters.Nik(r.Nik), System.Globalization.CultureInfo.InvariantCulture)));
            }
        },
        iter: 30);

    private static string RowOf((int Nik, int Name, int Tps) row) =>
        Voters.Row(row.Nik, NameOf(row.Name), tps: row.Tps.ToString("D3", System.Globalization.CultureInfo.InvariantCulture));

    private static string NameOf(int name) => new[] { "AHMAD", "SITI AMINAH", "L. BUDI", "ANDRÉ" }[name];
}
