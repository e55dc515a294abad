using System.CommandLine;
using KpuSync.Cli.Commands;
using KpuSync.Cli.Texts;
using KpuSync.Contracts.V1;

namespace KpuSync.Cli.Tests.Commands;

/// <summary>What the arguments of <c>kpusync failed</c> mean, and how a filter is confirmed.</summary>
public class FailedArgumentsTests
{
    private static readonly CountFailedChangesResponse Found = new()
    {
        Changes = 1_204,
        Codes = { new FailedCodeCount { Code = "VILLAGE_UNKNOWN", Changes = 1_200 }, new FailedCodeCount { Code = "POISON", Changes = 4 } },
    };

    [Theory]
    [InlineData("list", "--state", "lost")]
    [InlineData("list", "--since", "31-10-2026")]
    [InlineData("list", "--until", "9999-12-31")]
    [InlineData("list", "--range", "52")]
    [InlineData("list", "--limit", "501")]
    [InlineData("show")]
    [InlineData("show", "17")]
    [InlineData("show", "5201:0")]
    [InlineData("preview", "5201-17")]
    [InlineData("preview", "--state", "discarded")]                                       // Settled: nothing to replay.
    [InlineData("replay", "5201:17")]                                                      // Why?
    [InlineData("discard", "--code", "VILLAGE_UNKNOWN")]
    [InlineData("replay", "5201:17", "5201:18", "--index", "0", "--reason", "x")]          // Of which of the two?
    [InlineData("replay", "--reason", "x", "--yes", "--confirm", "3")]
    [InlineData("watch")]
    [InlineData("stop")]
    public async Task Arguments_ThatMeanNothing_EndWithTwo(params string[] arguments)
    {
        var run = await CliRun.InProcessAsync(["failed", .. arguments]);
        run.ExitCode.ShouldBe(ExitCode.Usage);
        run.Error.ShouldContain("[USAGE]");
    }

    [Fact]
    public async Task Filter_Days_AreThoseOfTheOfficeAndTheLastOneIsWhole()
    {
        var filter = await FilterAsync("--range", "P52", "--since", "2026-10-01", "--until", "2026-10-31", "--code", "VILLAGE_UNKNOWN", "--state", "quarantined");
        (filter.Range, filter.Code, filter.State).ShouldBe(("P52", "VILLAGE_UNKNOWN", FailedState.Quarantined));
        filter.SinceTime.ToDateTimeOffset().ShouldBe(new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.FromHours(8)));
        filter.UntilTime.ToDateTimeOffset().ShouldBe(new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.FromHours(8)));
    }

    [Theory]
    [InlineData("5201", "5201:17", "5201:18")]
    [InlineData("P52", "5201:17", "5202:3")]
    [InlineData("RI", "5201:17", "1101:3")]
    [InlineData("RI", "RI:4")]
    [InlineData("RI", "RI:4", "5201:17")]
    public async Task Filter_Batches_AskForTheNarrowestRange(string range, params string[] batches)
    {
        var filter = await FilterAsync(batches);
        filter.Range.ShouldBe(range);
        filter.Batches.Select(b => $"{b.OfficeCode}:{b.Position}").ShouldBe(batches);
    }

    [Fact]
    public async Task Filter_Index_NamesOneChange() => (await FilterAsync("5201:17", "--index", "3", "--index", "5")).Indexes.ShouldBe([3, 5]);

    [Fact]
    public void Confirmation_NobodyToAsk_ShowsTheCountsAndEndsWithSix()
    {
        using var printed = new Printed();
        FailedConfirmation.TakeOf(printed.Context, Found, FailedTexts.WouldReplay, yes: false, null, out _).ShouldBe(ExitCode.NeedsConfirmation);
        printed.Out.ShouldBe("1,204 changes would be decided again:\n  VILLAGE_UNKNOWN: 1,200\n  POISON: 4\n");
        printed.Error.ShouldContain("--confirm 1204");
    }

    [Theory]
    [InlineData("1204", null)]
    [InlineData("1205", ExitCode.NeedsConfirmation)]
    [InlineData("", ExitCode.NeedsConfirmation)]
    public void Confirmation_Asked_TakesTheNumberOnly(string typed, int? expected)
    {
        using var printed = new Printed(Language.Indonesian, typed: typed + "\n");
        FailedConfirmation.TakeOf(printed.Context, Found, FailedTexts.WouldDiscard, yes: false, null, out var confirmed).ShouldBe(expected);
        confirmed.ShouldBe(1_204);
        printed.Out.ShouldContain("Ketik 1204");
    }

    [Theory]
    [InlineData(true, null, 1_204)]
    [InlineData(false, 7L, 7)]                 // The server compares it.
    public void Confirmation_Given_AsksNobody(bool yes, long? confirm, long expected)
    {
        using var printed = new Printed();
        FailedConfirmation.TakeOf(printed.Context, Found, FailedTexts.WouldReplay, yes, confirm, out var confirmed).ShouldBeNull();
        confirmed.ShouldBe(expected);
    }

    [Fact]
    public void Confirmation_NothingFound_IsNothingToDo()
    {
        using var printed = new Printed();
        FailedConfirmation.TakeOf(printed.Context, new CountFailedChangesResponse(), FailedTexts.WouldReplay, yes: true, null, out _).ShouldBe(ExitCode.Ok);
        printed.Out.ShouldBe("No change matches.\n");
    }

    private static Task<FailedFilter> FilterAsync(params string[] arguments)
    {
        using var printed = new Printed();
        var shared = new SharedOptions(printed.Context.Environment, Language.English);
        var selection = FailedSelection.ToActOn(shared);
        var command = new Command("replay");
        selection.AddTo(command, shared);
        return selection.FilterAsync(command.Parse(arguments), printed.Context, default);
    }
}
