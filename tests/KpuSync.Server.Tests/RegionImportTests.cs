using KpuSync.Contracts.V1;
using KpuSync.Rules.Regions;
using KpuSync.Server.Hosting;
using KpuSync.TestKit.Servers;
using Microsoft.Extensions.DependencyInjection;

namespace KpuSync.Server.Tests;

/// <summary><c>kpusync-server regions import</c>, beside a running server.</summary>
public sealed class RegionImportTests : IDisposable
{
    private const string NewVillage = "5201019001";

    private readonly TemporaryFolder _folder = new();
    private readonly Batches _batches = new("5201");

    private string Data => Path.Combine(_folder.Path, "kpusync.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Import_OfAVillageThatWasUnknown_LetsItsVotersIn()
    {
        await using var server = await TestServer.StartAsync(new TestServerOptions { DataPath = Data });
        var client = server.ClientFor(await server.IssueTokenAsync("5201"));
        var before = await client.PushBatchAsync(new PushBatchRequest { Batch = InNewVillage() });

        var (exit, output, _) = await ImportAsync($"code,name\n{NewVillage},Desa Baru\n");
        await server.Services.GetRequiredService<RegionLoader>().LoadAsync(default);
        var after = await client.PushBatchAsync(new PushBatchRequest { Batch = InNewVillage() });

        before.Envelope.Receipt.Outcomes[0].Violations[0].Code.ShouldBe("VILLAGE_UNKNOWN");
        before.Envelope.Receipt.RegionCatalogueVersion.ShouldBe(RegionCatalogue.Default.Version);
        exit.ShouldBe(0);
        output.ShouldContain("1 new, 0 renamed");
        after.Envelope.Receipt.Counts.Applied.ShouldBe(1);
        after.Envelope.Receipt.RegionCatalogueVersion.ShouldBe($"{RegionCatalogue.Default.Version}+1");
    }

    [Fact]
    public async Task Import_BeforeTheStart_IsThereFromTheStart()
    {
        await ImportAsync($"{NewVillage};Desa Baru\n");

        await using var server = await TestServer.StartAsync(new TestServerOptions { DataPath = Data });
        var answer = await server.ClientFor(await server.IssueTokenAsync("5201")).PushBatchAsync(new PushBatchRequest { Batch = InNewVillage() });

        answer.Envelope.Receipt.Counts.Applied.ShouldBe(1);
    }

    [Fact]
    public async Task Import_TheSameAgain_MakesNoNewVersion()
    {
        await ImportAsync($"{NewVillage},Desa Baru\n");

        var (exit, output, _) = await ImportAsync($"{NewVillage},Desa Baru\n");

        exit.ShouldBe(0);
        output.ShouldContain("0 new, 0 renamed, 1 known already");
        output.ShouldContain($"{RegionCatalogue.Default.Version}+1.");
    }

    [Fact]
    public async Task Import_DryRun_WritesNothing()
    {
        (await ImportAsync($"{NewVillage},Desa Baru\n", "--dry-run")).Output.ShouldContain("Nothing was written");

        (await ImportAsync($"{NewVillage},Desa Baru\n")).Output.ShouldContain("1 new");
    }

    [Fact]
    public async Task Import_BadRowsBesideGoodOnes_AreNamedAndTheGoodOnesTaken()
    {
        var (exit, output, _) = await ImportAsync(
            $"""
            nama;kode
            Desa Baru;52.01.01.9001
            "Desa; dengan titik koma";5201019002
            Desa Tanpa Induk;5201992001
            "Desa tak ditutup;5201019003
            """);

        exit.ShouldBe(1);
        output.ShouldContain("2 new, 0 renamed, 0 known already, 2 rows cannot be taken");
        output.ShouldContain("wilayah.csv  row 4  code  REGION_PARENT_UNKNOWN  Wilayah induk");
        output.ShouldContain("wilayah.csv  row 5  code  REGION_ROW_UNREADABLE");
    }

    [Fact]
    public async Task Transfer_OntoAnImportedVillage_IsTaken()
    {
        await ImportAsync($"{NewVillage},Desa Baru\n");

        var (exit, _, errors) = await RunAsync("regions", "transfer", "--from", "5201", "--to", "5201", "--villages", $"5201012001={NewVillage}", "--dry-run");

        exit.ShouldBe(0, errors);
    }

    [Fact]
    public async Task Import_FileThatIsNotThere_SaysSo() => (await RunAsync("regions", "import", "none.csv")).Errors.ShouldContain("There is no file");

    private Batch InNewVillage()
    {
        var batch = _batches.Next();
        batch.Changes[0].VoterUpsert.Voter.VillageCode = NewVillage;
        return batch;
    }

    private async Task<(int Exit, string Output, string Errors)> ImportAsync(string content, params string[] flags)
    {
        var file = Path.Combine(_folder.Path, "wilayah.csv");
        await File.WriteAllTextAsync(file, content);
        return await RunAsync(["regions", "import", file, .. flags]);
    }

    private Task<(int Exit, string Output, string Errors)> RunAsync(params string[] args) => CommandLine.RunOnAsync(Data, args);
}
