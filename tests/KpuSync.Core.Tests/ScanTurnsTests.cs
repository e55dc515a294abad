using KpuSync.Core.Duplicates;
using KpuSync.Core.Push;
using Microsoft.Extensions.Time.Testing;

namespace KpuSync.Core.Tests;

public sealed class ScanTurnsTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(10);

    private readonly FakeTimeProvider _time = new();
    private readonly PushActivity _pushes;
    private readonly ScanTurns _turns;

    public ScanTurnsTests()
    {
        _pushes = new PushActivity(_time);
        _turns = new ScanTurns(_pushes, _time);
    }

    [Fact]
    public void EntriesNow_NobodyHasPushed_IsAWholePage() => _turns.EntriesNow().ShouldBe(Scanner.PageEntriesMax);

    [Fact]
    public void EntriesNow_WhileThisServerWritesAndShortlyAfter_IsZero()
    {
        _pushes.Begin();
        _time.Advance(TimeSpan.FromSeconds(2));
        _turns.EntriesNow().ShouldBe(0);
        _pushes.End();
        _turns.EntriesNow().ShouldBe(0);
        _time.Advance(TimeSpan.FromMilliseconds(300));
        _turns.EntriesNow().ShouldBe(Scanner.PageEntriesMax);
    }

    [Fact]
    public void EntriesNow_AfterACommitOfAnotherServer_WaitsForALongerPause()
    {
        _pushes.NoteLoad();
        _time.Advance(TimeSpan.FromMilliseconds(999));
        _turns.EntriesNow().ShouldBe(0);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        _turns.EntriesNow().ShouldBe(Scanner.PageEntriesMax);
    }

    [Fact]
    public void EntriesNow_AfterAPause_WaitsAnew()
    {
        _pushes.Begin();
        _turns.EntriesNow().ShouldBe(0);
        _time.Advance(TimeSpan.FromSeconds(4));
        _pushes.End();
        _time.Advance(TimeSpan.FromSeconds(1));
        _turns.EntriesNow().ShouldBe(Scanner.PageEntriesMax);
        _pushes.Begin();
        _turns.EntriesNow().ShouldBe(0);
        _time.Advance(TimeSpan.FromSeconds(4));
        _turns.EntriesNow().ShouldBe(0);
    }

    // Regression: of a page each five seconds, what offices push all day long was looked at more slowly than it came.
    [Fact]
    public void EntriesNow_PushesWithoutAPause_WorksATurnAfterEachFiveSeconds()
    {
        var turns = new List<int>();
        for (var at = TimeSpan.Zero; at < TimeSpan.FromSeconds(21); at += Moment)
        {
            _pushes.Begin();
            _pushes.End();
            turns.Add(_turns.EntriesNow());
            _time.Advance(Moment);
        }

        turns.Count(entries => entries > 0).ShouldBe(4 * 5);
        turns.Take(500).ShouldAllBe(entries => entries == 0);
        turns.Skip(500).Take(5).ShouldAllBe(entries => entries == 2);
        turns.Skip(505).Take(500).ShouldAllBe(entries => entries == 0);
    }
}
