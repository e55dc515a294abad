using System.Net;
using System.Text.RegularExpressions;
using KpuSync.Contracts.V1;
using KpuSync.Core.Duplicates;
using KpuSync.Core.Telemetry;
using KpuSync.TestKit.Servers;
using Microsoft.Extensions.DependencyInjection;

namespace KpuSync.Server.Tests;

/// <summary><c>/metrics</c> of a real server, and the files in docs that are built on it.</summary>
/// <remarks>
/// Alone: a process is one server, and a collector takes meters of one name for one. Of two servers in a process, the first that stops takes the other's figures with it.
/// </remarks>
[Collection(nameof(AloneInTheProcess))]
public sealed partial class MetricsTests : IClassFixture<SharedServer>
{
    private readonly TestServer _server;

    public MetricsTests(SharedServer shared) => _server = shared.Server;

    [Theory]
    [InlineData("grafana-kpusync.json")]
    [InlineData("alerts-kpusync.yml")]
    public async Task Document_EveryMetricItNames_IsThere(string document)
    {
        var names = NameInDocument().Matches(await File.ReadAllTextAsync(PathOf(document))).Select(m => m.Value).Distinct().ToList();

        var scraped = await ScrapeAsync();

        names.Count.ShouldBeGreaterThan(5);
        names.Where(name => !Regex.IsMatch(scraped, $"^{name}(\\{{| )", RegexOptions.Multiline)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Metrics_AfterAPush_CountOutcomesByCodeAndOffice()
    {
        var scraped = await ScrapeAsync();

        scraped.ShouldMatch("kpusync_push_changes_total\\{[^}]*code=\"none\"[^}]*outcome=\"Applied\"|kpusync_push_changes_total\\{[^}]*outcome=\"Applied\"[^}]*code=\"none\"");
        scraped.ShouldMatch("kpusync_push_changes_total\\{[^}]*VILLAGE_UNKNOWN");
        scraped.ShouldMatch("kpusync_push_warnings_total\\{[^}]*TEXT_NOT_NORMALISED");
        scraped.ShouldMatch("kpusync_parked\\{[^}]*office=\"5201\"[^}]*\\} [1-9]");
        scraped.ShouldMatch("kpusync_held\\{[^}]*office=\"5201\"[^}]*\\} 0\n");
    }

    [Fact]
    public async Task Metrics_OfPeople_HoldNoNumberOrName()
    {
        var scraped = await ScrapeAsync();

        SixteenDigits().IsMatch(LabelsOf(scraped)).ShouldBeFalse();
        scraped.ShouldNotContain("GERUNG");
    }

    [Fact]
    public async Task Metrics_OnTheAddressOfGrpc_AreNotThere()
    {
        using var http = new HttpClient { DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };

        (await http.GetAsync($"{_server.Address}/metrics")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<string> ScrapeAsync()
    {
        var batches = new Batches("5201");
        var batch = batches.Next(3);
        batch.Changes[1].VoterUpsert.Voter.VillageCode = "5201019999";
        batch.Changes[2].VoterUpsert.Voter.Name = "baiq  lain";
        await _server.ClientFor(await _server.IssueTokenAsync("5201")).PushBatchAsync(new PushBatchRequest { Batch = batch });
        await _server.Services.GetRequiredService<Scanner>().CatchUpAsync(default);

        // Read now, not in ten seconds; and no job has run here, but its counter must have its name.
        var metrics = _server.Services.GetRequiredService<SyncMetrics>();
        metrics.Show(await _server.Services.GetRequiredService<IFiguresReader>().ReadAsync(default));
        metrics.Replayed(0);
        using var http = new HttpClient();
        return await http.GetStringAsync($"{_server.HttpAddress}/metrics");
    }

    private static string LabelsOf(string scraped) => string.Concat(Labels().Matches(scraped).Select(m => m.Value));

    private static string PathOf(string document)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder!.FullName, "docs")))
            folder = folder.Parent;
        return Path.Combine(folder.FullName, "docs", document);
    }

    [GeneratedRegex("kpusync_[a-z_]+")]
    private static partial Regex NameInDocument();

    [GeneratedRegex("\\{[^}]*\\}")]
    private static partial Regex Labels();

    [GeneratedRegex("[0-9]{16}")]
    private static partial Regex SixteenDigits();
}

/// <summary>Tests that run while no other server is in the process.</summary>
[CollectionDefinition(nameof(AloneInTheProcess), DisableParallelization = true)]
public static class AloneInTheProcess;
