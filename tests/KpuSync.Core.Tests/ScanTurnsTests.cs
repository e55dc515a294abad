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
    public void MayBegin_NobodyHasPushed_IsTrue() => _turns.MayBegin().ShouldBeTrue();

    [Fact]
    public void MayBegin_WhileThisServerWritesAndShortlyAfter_IsFalse()
    {
        _pushes.Begin();
        _time.Advance(TimeSpan.FromSeconds(2));
        _turns.MayBegin().ShouldBeFalse();
        _pushes.End();
        _turns.MayBegin().ShouldBeFalse();
        _time.Advance(TimeSpan.FromMilliseconds(300));
        _turns.MayBegin().ShouldBeTrue();
    }

    [Fact]
    public void MayBegin_AfterACommitOfAnotherServer_WaitsForALongerPause()
    {
        _pushes.NoteCommitted();
        _time.Advance(TimeSpan.FromMilliseconds(999));
        _turns.MayBegin().ShouldBeFalse();
        _time.Advance(TimeSpan.FromMilliseconds(1));
        _turns.MayBegin().ShouldBeTrue();
    }

    [Fact]
    public void MayBegin_AfterAPause_WaitsAnew()
    {
        _pushes.Begin();
        _turns.MayBegin().ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(4));
        _pushes.End();
        _time.Advance(TimeSpan.FromSeconds(1));
        _turns.MayBegin().ShouldBeTrue();
        _pushes.Begin();
        _turns.MayBegin().ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(4));
        _turns.MayBegin().ShouldBeFalse();
    }

    // Regression: of a page each five seconds, what offices push all day long was looked at more slowly than it came.
    [Fact]
    public void MayBegin_PushesWithoutAPause_WorksATurnAfterEachFiveSeconds()
    {
        var turns = new List<bool>();
        for (var at = TimeSpan.Zero; at < TimeSpan.FromSeconds(21); at += Moment)
        {
            _pushes.Begin();
            _pushes.End();
            turns.Add(_turns.MayBegin());
            _time.Advance(Moment);
        }

        turns.Count(may => may).ShouldBe(4 * 5);
        turns.Take(500).ShouldAllBe(may => !may);
        turns.Skip(500).Take(5).ShouldAllBe(may => may);
        turns.Skip(505).Take(500).ShouldAllBe(may => !may);
    }
}
