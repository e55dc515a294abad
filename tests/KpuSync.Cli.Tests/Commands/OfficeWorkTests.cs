using KpuSync.Samples.Truth;

namespace KpuSync.Cli.Tests.Commands;

public class OfficeWorkTests
{
    [Fact]
    public async Task Push_BothRounds_EndsWithTheRegisterOfTheTruth()
    {
        await using var desk = await Desk.OpenAsync();

        (await desk.InitAsync()).ExitCode.ShouldBe(ExitCode.Ok);
        var first = await desk.RunAsync("push", desk.Export(1), "--json");
        var second = await desk.RunAsync("push", desk.Export(2), "--json");
        var status = await desk.RunAsync("status", "--json");

        first.ExitCode.ShouldBe(ExitCode.SomeNotApplied);
        first.Json.GetProperty("delta").GetProperty("rows").GetInt32().ShouldBe(desk.Truth.ExportOf(Desk.Office, 1).Rows);
        first.Json.GetProperty("outcomes").GetProperty("applied").GetInt32().ShouldBe(desk.Truth.ExportOf(Desk.Office, 1).Registered);
        second.Json.GetProperty("changesWaiting").GetInt32().ShouldBe(0);
        status.ExitCode.ShouldBe(ExitCode.Ok);
        status.Json.GetProperty("baselineVoters").GetInt32().ShouldBe(desk.Truth.ExportOf(Desk.Office, 2).Registered);
        status.Json.GetProperty("lastReceipt").GetProperty("sequence").GetInt32().ShouldBe(status.Json.GetProperty("batchesAcknowledged").GetInt32());
    }

    [Fact]
    public async Task Push_RowsThatCannotBeApplied_AreNamedByFileRowColumnAndCode()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.InitAsync();

        var run = await desk.RunAsync("push", desk.Export(1), "--lang", "en");

        run.ExitCode.ShouldBe(ExitCode.SomeNotApplied);
        foreach (var planted in desk.Truth.Planted.Where(p => p is { Kind: PlantedKind.Broken, Round: 1, Column: not null }).Take(5))
            run.Out.ShouldContain($"pemilih-5208.csv, row {planted.Row}");
        run.Out.ShouldContain("column NIK");
        run.Out.ShouldContain("Mend them in this file");
        desk.Truth.Planted.ShouldAllBe(p => !run.Out.Contains(p.Nik, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Push_TheSameExportAgain_SendsNothing()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.InitAsync();
        await desk.RunAsync("push", desk.Export(1));

        var again = await desk.RunAsync("push", desk.Export(1), "--json");

        again.Json.GetProperty("delta").GetProperty("changes").GetInt32().ShouldBe(0);
        again.Json.GetProperty("outcomes").GetProperty("sum").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Push_ServerGone_EndsWithFourAndWaitsInTheOutbox()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.InitAsync();
        await desk.Server.StopAsync();

        var run = await desk.RunAsync("push", desk.Export(1), "--json");
        var status = await desk.RunAsync("status", "--json");

        run.ExitCode.ShouldBe(ExitCode.Unreachable);
        run.Json.GetProperty("unreachable").GetProperty("code").GetString().ShouldBe("SERVER_UNREACHABLE");
        status.Json.GetProperty("changesWaiting").GetInt32().ShouldBe(run.Json.GetProperty("changesWaiting").GetInt32());
        status.Json.GetProperty("changesWaiting").GetInt32().ShouldBeGreaterThan(300);
    }

    [Fact]
    public async Task Push_ForgedCredential_EndsWithFive()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.InitAsync();
        await File.WriteAllTextAsync(desk["forged"], (await File.ReadAllTextAsync(desk["credential"]))[..^6] + "AAAAAA");

        var run = await desk.RunAsync("init", "--credential-file", desk["forged"]);
        var push = await desk.RunAsync("push", desk.Export(1));

        new[] { run.ExitCode, push.ExitCode }.ShouldContain(ExitCode.NotAllowed);
        (run.Error + push.Error).ShouldContain("[CREDENTIAL_INVALID]");
    }

    [Fact]
    public async Task Push_ThatRemovesMuch_StopsWithSixUntilItIsConfirmed()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.InitAsync();
        await desk.RunAsync("push", desk.Export(1));
        await File.WriteAllLinesAsync(desk["few.csv"], (await File.ReadAllLinesAsync(desk.Export(1))).Take(11));

        var stopped = await desk.RunAsync("push", desk["few.csv"], "--complete", "--gone-as", "pindah", "--json");
        var confirmed = await desk.RunAsync("push", desk["few.csv"], "--complete", "--gone-as", "pindah", "--yes", "--json");

        stopped.ExitCode.ShouldBe(ExitCode.NeedsConfirmation);
        stopped.Json.GetProperty("error").GetProperty("code").GetString().ShouldBe("MASS_REMOVAL");
        stopped.Json.GetProperty("villages").GetArrayLength().ShouldBeGreaterThan(10);
        confirmed.Json.GetProperty("delta").GetProperty("gone").GetInt32().ShouldBe(stopped.Json.GetProperty("removals").GetInt32());
    }

    [Fact]
    public async Task Revert_OfTheFirstBatch_PreviewsAndThenSends()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.InitAsync();
        await desk.RunAsync("push", desk.Export(1));

        var preview = await desk.RunAsync("revert", "1", "--json");
        var sent = await desk.RunAsync("revert", "1", "--yes", "--json");
        var status = await desk.RunAsync("status", "--json");

        preview.ExitCode.ShouldBe(ExitCode.Ok);
        preview.Json.GetProperty("sent").GetBoolean().ShouldBeFalse();
        sent.Json.GetProperty("outcomes").GetProperty("applied").GetInt32().ShouldBe(preview.Json.GetProperty("removals").GetInt32());
        status.Json.GetProperty("baselineVoters").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task LookingCommands_AfterAPush_AgreeWithIt()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.InitAsync();
        await desk.RunAsync("push", desk.Export(1));

        var compare = await desk.RunAsync("compare", desk.Export(1), "--json");
        var audit = await desk.RunAsync("audit", "verify", "--json");
        var pull = await desk.RunAsync("pull", "--from-start", "--json");
        var validate = await desk.RunAsync("validate", desk.Export(1), "--json");

        compare.Json.GetProperty("totals").GetProperty("register").GetInt32().ShouldBe(desk.Truth.ExportOf(Desk.Office, 1).Registered);
        compare.Json.GetProperty("totals").GetProperty("onlyInRegister").GetInt32().ShouldBe(0);
        audit.ExitCode.ShouldBe(ExitCode.Ok);
        audit.Json.GetProperty("faults").GetArrayLength().ShouldBe(0);
        pull.Json.GetProperty("entries").EnumerateArray().Count(e => e.GetProperty("kind").GetString() == "Batch").ShouldBe(1);
        validate.ExitCode.ShouldBe(ExitCode.SomeNotApplied);
        validate.Json.GetProperty("rows").GetInt32().ShouldBe(desk.Truth.ExportOf(Desk.Office, 1).Rows);
    }

    [Fact]
    public async Task Init_FromServer_RebuildsTheBaseline()
    {
        await using var desk = await Desk.OpenAsync();
        await desk.InitAsync();
        await desk.RunAsync("push", desk.Export(1));

        var run = await desk.RunAsync("init", "--from-server", "--json");

        run.ExitCode.ShouldBe(ExitCode.Ok);
        run.Json.GetProperty("baselineVoters").GetInt32().ShouldBe(desk.Truth.ExportOf(Desk.Office, 1).Registered);
    }

    [Fact]
    public async Task Commands_BeforeInit_SayToRunIt()
    {
        await using var desk = await Desk.OpenAsync();

        var run = await desk.RunAsync("status");

        run.ExitCode.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain("kpusync init");
    }
}
