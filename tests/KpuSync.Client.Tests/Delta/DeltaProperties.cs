using CsCheck;
using KpuSync.Client.Tests.Support;
using KpuSync.Contracts.V1;

namespace KpuSync.Client.Tests.Delta;

public class DeltaProperties
{
    private static readonly Gen<(int Nik, int Name, int Tps)[]> _export =
        Gen.Select(Gen.Int[1, 40], Gen.Int[0, 3], Gen.Int[1, 4]).Array[0, 40].Select(rows => rows.DistinctBy(r => r.Item1).ToArray());

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

    private static string RowOf((int Nik, int Name, int Tps) row) =>
        Voters.Row(row.Nik, NameOf(row.Name), tps: row.Tps.ToString("D3", System.Globalization.CultureInfo.InvariantCulture));

    private static string NameOf(int name) => new[] { "AHMAD", "SITI AMINAH", "L. BUDI", "ANDRÉ" }[name];
}
