using KpuSync.Cli.Commands;
using KpuSync.Cli.Output;
using KpuSync.Cli.Texts;
using KpuSync.Client;
using KpuSync.Samples;
using KpuSync.Samples.Truth;

namespace KpuSync.Cli.Demo;

/// <summary>The story of the demonstration, from nothing to a summary. Start reading here.</summary>
internal sealed class DemoRun(CommandContext context, DemoOptions options)
{
    // The minutes that fix the first list of the synthetic offices.
    private const string MinutesNumber = "26/PL.01.2-BA/52/2025";

    // More side by side would only wait for each other on a small machine.
    private const int SideBySide = 4;
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromSeconds(2);
    private readonly TimeProvider _time = context.Environment.Time;
    private TimeSpan _pushing;

    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        DemoDirectory.Prepare(options);
        var truth = await WriteSamplesAsync(cancellation);
        await using var server = await DemoServer.StartAsync(options, _time, cancellation);
        var offices = await SetUpAsync(server, truth, cancellation);

        context.Screen.Heading(context.T(DemoTexts.FirstRound));
        await PushAllAsync(offices, truth, round: 1, new PushOptions { OpeningBalance = true, MinutesNumber = MinutesNumber }, cancellation);

        // The largest office has the most to send, so its line is the one to cut.
        var cut = offices.MaxBy(o => truth.ExportOf(o.Code, 2).Rows)!;
        context.Screen.Heading(context.T(DemoTexts.SecondRound));
        await PushAllAsync([.. offices.Where(o => o != cut)], truth, round: 2, new PushOptions(), cancellation);
        context.Screen.Heading(context.T(DemoTexts.Cut, cut.Name));
        await CutAndResumeAsync(server, cut, ExportPath(truth, cut, 2), cancellation);

        foreach (var office in offices)
            office.Registered = (await office.Client.StatusAsync(cancellation)).BaselineVoters;
        var summary = new DemoSummary(context, options, offices, _pushing);
        var right = summary.Print();
        var centre = await SetUpCentreAsync(server, cancellation);
        right &= await new DemoSettling(context, offices, centre, truth).PrintAsync(cancellation);
        await DemoRecap.PrintAsync(context, offices[0], cancellation);
        right &= await new DemoProgress(context, options, offices, centre, truth).RunAsync(cancellation);
        right &= await new DemoParties(context, options, offices, centre, truth).RunAsync(cancellation);
        var failed = new DemoFailed(context, options, offices, centre, truth);
        right &= await failed.RunAsync(cancellation);
        summary.PrintEnd(failed.Batch);
        if (!options.Once)
            await ServeOnAsync(server, cancellation);
        return right ? ExitCode.Ok : ExitCode.Failed;
    }

    private async Task<SampleTruth> WriteSamplesAsync(CancellationToken cancellation)
    {
        var started = _time.GetTimestamp();
        var sample = new SampleOptions { Directory = options.Samples, Voters = options.Voters, Rounds = 2 };
        var truth = await Task.Run(() => SampleWriter.Write(sample, cancellation: cancellation), cancellation);
        context.Screen.Line(context.T(
            DemoTexts.Samples, context.Language.Number(options.Voters), truth.Exports.DistinctBy(e => e.Office).Count(), _time.GetElapsedTime(started).TotalSeconds));
        return truth;
    }

    private async Task<IReadOnlyList<DemoOffice>> SetUpAsync(DemoServer server, SampleTruth truth, CancellationToken cancellation)
    {
        var started = _time.GetTimestamp();
        DemoOffice[] offices = [.. truth.Exports.Where(e => e.Round == 2).Select(e => new DemoOffice(e.Office, HomeOf(e.Office), ClientOf(e.Office)) { RegisteredInTruth = e.Registered })];
        var credentials = await DemoServer.IssueAsync(options, [.. offices.Select(o => o.Code)], "operator", cancellation);
        foreach (var (office, credential) in offices.Zip(credentials))
            await office.Client.InitAsync(new InitOptions { Server = server.Address, Office = office.Code, Credential = credential }, cancellationToken: cancellation);
        context.Screen.Line(context.T(DemoTexts.ServerUp, Plain(server.Address), offices.Length, _time.GetElapsedTime(started).TotalSeconds));
        return offices;
    }

    private async Task<KpuSyncClient> SetUpCentreAsync(DemoServer server, CancellationToken cancellation)
    {
        var client = new KpuSyncClient(new KpuSyncClientOptions { Directory = options.Centre, Language = context.Language.Code(), Time = _time });
        var credential = (await DemoServer.IssueAsync(options, ["RI"], "administrator", cancellation))[0];
        await client.InitAsync(new InitOptions { Server = server.Address, Office = "RI", Credential = credential }, cancellationToken: cancellation);
        return client;
    }

    private async Task PushAllAsync(IReadOnlyList<DemoOffice> offices, SampleTruth truth, int round, PushOptions push, CancellationToken cancellation)
    {
        var started = _time.GetTimestamp();
        await ProgressBoard.RunAsync(context.Environment, context.Language, clear: true, async board =>
        {
            // Without a terminal the line that tells an office's result is enough.
            var bars = offices.ToDictionary(o => o, o => context.Environment.ErrorIsTerminal ? board.Add(o.ShortName) : null);
            await SideBySideAsync(
                offices,
                async (office, stop) => office.Take(await office.Client.PushAsync(ExportPath(truth, office, round), push, bars[office], stop)),
                cancellation);
        });
        _pushing += _time.GetElapsedTime(started);
        foreach (var office in offices)
            TellOffice(office);
    }

    private async Task CutAndResumeAsync(DemoServer server, DemoOffice office, string export, CancellationToken cancellation)
    {
        await using var line = CutLine.To(server.Address);
        var client = ClientOf(office.Code, GiveUpAfter);
        await client.InitAsync(new InitOptions { Server = line.Address }, cancellationToken: cancellation);
        var broken = await client.PushAsync(export, new PushOptions { BatchChangesMax = CutHalfWay.BatchChanges }, new CutHalfWay(line), cancellation);
        office.Take(broken);
        context.Screen.Line(context.T(
            DemoTexts.CutBroken, context.Language.Number(broken.Outcomes.Sum), context.Language.Number(broken.Delta.Changes), context.Language.Number(broken.ChangesWaiting)));

        line.Mend();
        var resumed = await client.ResumeAsync(cancellationToken: cancellation);
        office.Take(resumed);
        context.Screen.Line(context.T(DemoTexts.CutResumed, context.Language.Number(resumed.Outcomes.Sum)));
        await client.InitAsync(new InitOptions { Server = server.Address }, cancellationToken: cancellation);

        // The time in which the line was dead says nothing about speed.
        _pushing += resumed.Sending;
    }

    private async Task ServeOnAsync(DemoServer server, CancellationToken cancellation)
    {
        context.Screen.Line();
        context.Screen.Line(context.T(DemoTexts.Serving, Plain(server.Address)));
        context.Screen.Line(context.T(DemoTexts.ConsoleOnce, DemoFailed.Range));
        context.Screen.Command(context.T(DemoTexts.Console, await server.LinkAsync(options, DemoFailed.Range, cancellation)));
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (cancellation.Register(stopped.SetResult))
            await stopped.Task;
        await server.DisposeAsync();
        context.Screen.Line(context.T(DemoTexts.Stopped));
    }

    private void TellOffice(DemoOffice office)
    {
        var report = office.Reports[^1];
        var line = context.T(
            DemoTexts.OfficeDone, office.ShortName.PadRight(20), context.Language.Number(report.Delta.Rows).PadLeft(7), context.Language.Number(report.Delta.Changes).PadLeft(7));
        var notApplied = report.Outcomes.NotInRegister + report.Delta.Unreadable;
        context.Screen.Line(notApplied > 0 ? line + context.T(DemoTexts.OfficeNotApplied, context.Language.Number(notApplied)) : line);
    }

    private static Task SideBySideAsync(IEnumerable<DemoOffice> offices, Func<DemoOffice, CancellationToken, ValueTask> run, CancellationToken cancellation) =>
        Parallel.ForEachAsync(offices, new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellation }, run);

    private static string Plain(Uri address) => address.AbsoluteUri.TrimEnd('/');

    private string ExportPath(SampleTruth truth, DemoOffice office, int round) => Path.Combine(options.Samples, truth.ExportOf(office.Code, round).File);

    private string HomeOf(string office) => Path.Combine(options.Offices, office);

    private KpuSyncClient ClientOf(string office, TimeSpan? retryFor = null)
    {
        var basic = new KpuSyncClientOptions { Directory = HomeOf(office), Language = context.Language.Code(), Time = _time };
        return new KpuSyncClient(retryFor is { } patience ? basic with { RetryFor = patience, RetryDelayMin = patience / 10, RetryDelayMax = patience / 4 } : basic);
    }
}
