using KpuSync.Client.Tests.Support;
using KpuSync.Contracts.V1;

namespace KpuSync.Client.Tests.Delta;

/// <summary>The export that is pushed after the server lost voters: its rows are the state to reach, also those that only say what changed.</summary>
public sealed class LostVotersTests : IDisposable
{
    private readonly TempDirectory _directory = new();
    private readonly ModelOffice _office;

    public LostVotersTests() => _office = new ModelOffice(_directory.Root);

    public void Dispose()
    {
        _office.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void Push_AfterTheServerLostAll_SendsRowsAsState()
    {
        _office.Push(Write(Voters.Row(1) + ",", Voters.Row(2) + ",", Voters.Row(3) + ","));
        var renumbered = Voters.Row(5) + "," + Voters.Nik(3);
        var path = Write(
            Voters.Row(1, name: "BAIQ", ket: "U") + ",", Voters.Row(2, ket: "8") + ",", Voters.Row(2, tps: "002", ket: "B") + ",", renumbered, Voters.Row(4, ket: "B") + ",");
        _office.LoseServer();

        _office.Push(path);
        _office.Sent.Select(c => c.VoterUpsert.Reason).ShouldBe(
            [UpsertReason.State, UpsertReason.State, UpsertReason.State, UpsertReason.NewFirstTime], ignoreOrder: true);
        _office.Register.Keys.ShouldBe([Voters.Nik(1), Voters.Nik(2), Voters.Nik(4), Voters.Nik(5)], ignoreOrder: true);
        _office.Push(path).Changes.ShouldBe(0);
    }

    // Once an export is in, a row that changes somebody unknown is a mistake again, for the server to name.
    [Fact]
    public void Push_NextExport_SaysWhatChanged()
    {
        _office.LoseServer();
        _office.Push(Write(Voters.Row(1) + ","));
        _office.Push(Write(Voters.Row(1) + ",", Voters.Row(2, ket: "U") + ","));
        _office.Sent.ShouldHaveSingleItem().VoterUpsert.Reason.ShouldBe(UpsertReason.Changed);
    }

    private string Write(params string[] rows) =>
        _directory.Write("pemilih.csv", Voters.Export(rows).Replace(Voters.Header, Voters.Header + ",NIK_LAMA", StringComparison.Ordinal));
}
