using System.Text.Json;
using Grpc.Core;
using KpuSync.Contracts.V1;
using KpuSync.Rules.Regions;
using KpuSync.TestKit.Servers;

namespace KpuSync.Server.Tests;

public sealed class CommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Data => Path.Combine(_folder.Path, "kpusync.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task TokenIssue_OfARunningServer_IsTakenUntilItIsRevoked()
    {
        await using var server = await TestServer.StartAsync(new TestServerOptions { DataPath = Data });
        var (exit, output, _) = await RunAsync("token", "issue", "--office", "5201", "--days", "1", "--note", "komputer 1", "--json");
        exit.ShouldBe(0);
        var issued = JsonDocument.Parse(output).RootElement;
        var client = server.ClientFor(issued.GetProperty("token").GetString());
        await client.OpenProducerAsync(Opening());

        var (_, listed, _) = await RunAsync("token", "list", "--office", "5201");
        var (revokeExit, _, _) = await RunAsync("token", "revoke", issued.GetProperty("id").GetString()!);
        var refusal = await Should.ThrowAsync<RpcException>(() => client.OpenProducerAsync(Opening()).ResponseAsync);

        listed.ShouldContain("valid");
        listed.ShouldContain("komputer 1");
        revokeExit.ShouldBe(0);
        refusal.Reason().ShouldBe("CREDENTIAL_REVOKED");
        (await RunAsync("token", "list")).Output.ShouldContain("revoked");
    }

    [Fact]
    public async Task TokenIssue_WithoutJson_PrintsTheCredentialAloneOnStandardOutput()
    {
        var (exit, output, errors) = await RunAsync("token", "issue", "--office", "5201");

        exit.ShouldBe(0);
        output.Trim().Split('.').Length.ShouldBe(3);
        output.Trim().ShouldNotContain(" ");
        errors.ShouldContain("office 5201, role operator");
    }

    [Fact]
    public async Task TokenRevoke_OfAnOffice_RevokesAllOfIt()
    {
        await RunAsync("token", "issue", "--office", "5201");
        await RunAsync("token", "issue", "--office", "5201", "--role", "auditor");
        await RunAsync("token", "issue", "--office", "5202");

        var (exit, output, _) = await RunAsync("token", "revoke", "--office", "5201");

        exit.ShouldBe(0);
        output.ShouldContain("Revoked 2.");
        (await RunAsync("token", "list", "--office", "5202")).Output.ShouldContain("valid");
    }

    [Fact]
    public async Task TokenIssue_SeveralOffices_PrintsOneEach()
    {
        var (exit, output, _) = await RunAsync("token", "issue", "--office", "5201", "--office", "5202", "--json");

        exit.ShouldBe(0);
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("office").GetString()).ShouldBe(["5201", "5202"]);
    }

    [Fact]
    public async Task TokenIssue_PartyOperator_IsListedWithItsParty()
    {
        var (exit, output, errors) = await RunAsync("token", "issue", "--office", "RI", "--role", "party-operator", "--party", "6", "--json");

        exit.ShouldBe(0, errors);
        JsonDocument.Parse(output).RootElement.GetProperty("party").GetInt32().ShouldBe(6);
        (await RunAsync("token", "list", "--office", "RI")).Output.ShouldContain("party-operator 6");
    }

    [Fact]
    [Trait("Database", "sqlite")]
    public async Task Serve_FileThatIsNoDatabase_SaysSo()
    {
        await File.WriteAllTextAsync(Data, "DPID,NKK,NIK,NAMA: this is an export, not a database, and long enough to have a header of its own");

        var (exit, _, errors) = await RunAsync("token", "list");

        exit.ShouldBe(1);
        errors.ShouldContain("not a database");
    }

    [Fact]
    [Trait("Database", "sqlite")]
    public async Task Serve_FirstStart_MakesFilesOfItsOwnerAlone()
    {
        if (OperatingSystem.IsWindows())
            return;

        await RunAsync("token", "list");

        File.GetUnixFileMode(Data).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Theory]
    [InlineData("'52' is not an office", "token", "issue", "--office", "52")]
    [InlineData("An operator belongs to a regency", "token", "issue", "--office", "P52")]
    [InlineData("give its number with --party", "token", "issue", "--office", "RI", "--role", "party-operator")]
    [InlineData("--party takes 1 to 99", "token", "issue", "--office", "RI", "--role", "party-operator", "--party", "100")]
    [InlineData("--party goes with --role party-operator only", "token", "issue", "--office", "5201", "--party", "6")]
    [InlineData("--days takes 1 to 3650", "token", "issue", "--office", "5201", "--days", "0")]
    [InlineData("There is no credential abc", "token", "revoke", "abc")]
    [InlineData("Name one of a credential's id, --office and --subject", "token", "revoke")]
    [InlineData("Name one of a credential's id, --office and --subject", "token", "revoke", "abc", "--subject", "abc")]
    [InlineData("--subject takes 1 to 64", "token", "revoke", "--subject", "")]
    [InlineData("king", "token", "issue", "--office", "5201", "--role", "king")]
    [InlineData("--office", "token", "issue")]
    [InlineData("--nonsense", "--nonsense")]
    [InlineData("KpuSync:Deployment is 'Trial'", "--deployment", "Trial")]
    [InlineData("KpuSync:Grpc is 'nowhere'", "--grpc", "nowhere")]
    public async Task Run_BadUsage_SaysWhatToDo(string expected, params string[] args)
    {
        var (exit, _, errors) = await RunAsync(args);

        exit.ShouldBe(2);
        errors.ShouldContain(expected);
    }

    [Fact]
    public async Task Serve_DatabaseOfAnotherDeployment_RefusesToStart()
    {
        await RunAsync("token", "list");

        var (exit, _, errors) = await RunAsync("token", "list", "--deployment", "production");

        exit.ShouldBe(2);
        errors.ShouldContain("belongs to deployment 'trial'");
        errors.ShouldContain("--deployment trial");
    }

    [Fact]
    public async Task Ledger_AfterAPush_IsIntactAndEqualsTheRegister()
    {
        await PushOneAsync();

        var audit = await RunAsync("audit", "verify");
        var rebuild = await RunAsync("rebuild", "--check");
        var check = await RunAsync("check");

        (audit.Exit, rebuild.Exit, check.Exit).ShouldBe((0, 0, 0));
        audit.Output.ShouldContain("5201  1 entries");
        audit.Output.ShouldContain("intact");
        rebuild.Output.ShouldContain("5201  1 registrations, 1 active, 0 held or parked  equal");
        check.Output.ShouldContain("tallies equal by a scan, ledger equal");
    }

    [Fact]
    public async Task Rebuild_OfADatabaseWithoutTallies_WritesThemFromTheLedger()
    {
        await PushOneAsync();
        await using (var connection = await ServerDatabases.OpenAsync(Data))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "DELETE FROM recap_tally; UPDATE registration SET entered_as = 0";
            await command.ExecuteNonQueryAsync();
        }

        (await RunAsync("check")).Exit.ShouldBe(1);
        (await RunAsync("rebuild")).Output.ShouldContain("5201  written from its ledger");
        (await RunAsync("check")).Output.ShouldContain("tallies equal by a scan, ledger equal");
    }

    [Fact]
    public async Task Scan_FromTheStart_LooksAtEverythingAgain()
    {
        await PushOneAsync();
        (await RunAsync("scan", "--from-start")).Output.ShouldContain("Looked at 1 changes");
        (await RunAsync("scan")).Output.ShouldContain("Looked at 0 changes");
        (await RunAsync("scan", "--from-start")).Output.ShouldContain("Looked at 1 changes");
    }

    [Fact]
    [Trait("Database", "sqlite")]
    public async Task Restore_AfterABackupIsPutBack_OpensAnEpochThatTheNextReceiptsCarry()
    {
        var batches = await PushOneAsync();
        var backup = Path.Combine(_folder.Path, "backup", "kpusync.db");
        (await RunAsync("backup", "--to", backup)).Exit.ShouldBe(0);
        await using (var server = await TestServer.StartAsync(new TestServerOptions { DataPath = Data }))
            await server.ClientFor(await server.IssueTokenAsync("5201")).PushBatchAsync(new PushBatchRequest { Batch = batches.Next() });

        foreach (var file in Directory.GetFiles(_folder.Path, "kpusync.db*"))
            File.Delete(file);
        File.Copy(backup, Data);
        var (exit, output, _) = await RunAsync("restore");

        exit.ShouldBe(0);
        output.ShouldContain("1 offices: 5201");
        await using var restored = await TestServer.StartAsync(new TestServerOptions { DataPath = Data });
        var client = restored.ClientFor(await restored.IssueTokenAsync("5201"));
        var opened = await client.OpenProducerAsync(new OpenProducerRequest { OfficeCode = "5201", ProducerId = batches.ProducerId });
        (opened.NextSequence, opened.Epoch).ShouldBe((2, 2));
    }

    [Fact]
    public async Task RegionsTransfer_MovesTheVillageAndServesWithItsNewCode()
    {
        await PushOneAsync();
        var pairs = Path.Combine(_folder.Path, "villages.csv");
        await File.WriteAllTextAsync(pairs, $"# old,new\n{VillageOf("5201")},{VillageOf("5208")}\n");

        var look = await RunAsync("regions", "transfer", "--from", "5201", "--to", "5208", "--file", pairs, "--dry-run");
        var moved = await RunAsync("regions", "transfer", "--from", "5201", "--to", "5208", "--file", pairs, "--reason", "pemekaran");
        var check = await RunAsync("check");

        (look.Exit, moved.Exit, check.Exit).ShouldBe((0, 0, 0));
        look.Output.ShouldContain("nothing was moved");
        moved.Output.ShouldContain("Moved 1 voters from 5201 to 5208.");
        check.Output.ShouldContain("5208  1 voters");
        await using var server = await TestServer.StartAsync(new TestServerOptions { DataPath = Data });
        var answer = await server.ClientFor(await server.IssueTokenAsync("5201")).PushBatchAsync(new PushBatchRequest { Batch = new Batches("5201").Next() });
        answer.Envelope.Receipt.Outcomes[0].Violations[0].Code.ShouldBe("VILLAGE_OTHER_OFFICE");
    }

    [Theory]
    [InlineData("either --villages or --file")]
    [InlineData("is not in the region catalogue", "--villages", "5201012001=5208019999")]
    [InlineData("is no village of 5201", "--villages", "5202012001=5208012001")]
    [InlineData("is not an old and a new village code", "--villages", "52.01.01.2001=5208012001")]
    [InlineData("--reason takes", "--villages", "5201012001=5208012001", "--reason", "lihat 5201011201870391")]
    public async Task RegionsTransfer_BadUsage_SaysWhatToDo(string expected, params string[] args)
    {
        var (exit, _, errors) = await RunAsync(["regions", "transfer", "--from", "5201", "--to", "5208", .. args]);
        exit.ShouldBe(2);
        errors.ShouldContain(expected);
    }

    private static string VillageOf(string office) =>
        RegionCatalogue.Default.VillagesOf(RegionCatalogue.Default.DistrictsOf(office)[0].Code)[0].Code;

    private async Task<Batches> PushOneAsync()
    {
        var batches = new Batches("5201");
        await using var server = await TestServer.StartAsync(new TestServerOptions { DataPath = Data });
        await server.ClientFor(await server.IssueTokenAsync("5201")).PushBatchAsync(new PushBatchRequest { Batch = batches.Next() });
        return batches;
    }

    private Task<(int Exit, string Output, string Errors)> RunAsync(params string[] args) => CommandLine.RunOnAsync(Data, args);

    private static OpenProducerRequest Opening() => new() { OfficeCode = "5201", ProducerId = Guid.NewGuid().ToString() };
}
