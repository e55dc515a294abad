using KpuSync.Core.Duplicates.Matching;
using KpuSync.TestKit.People;

namespace KpuSync.TestKit.Matching;

/// <summary>Runs the matcher over a synthetic register: every pair that shares a blocking key is scored once.</summary>
public sealed class MatchRun
{
    private readonly Dictionary<(int, int), PairScore> _scores = [];
    private readonly Dictionary<BlockingKind, (int Blocks, int People)> _passedOver = [];
    private readonly Dictionary<BlockingKind, int> _pairsOf = [];

    private MatchRun(Population population) => Population = population;

    /// <summary>What was matched.</summary>
    public Population Population { get; }

    /// <summary>Every compared pair, the lower index first.</summary>
    public IReadOnlyDictionary<(int First, int Second), PairScore> Scores => _scores;

    /// <summary>Keys of all people.</summary>
    public int KeyCount { get; private set; }

    /// <summary>Blocks passed over for their size, and the people in them, by kind.</summary>
    public IReadOnlyDictionary<BlockingKind, (int Blocks, int People)> PassedOver => _passedOver;

    /// <summary>Pairs that shared a key of the kind.</summary>
    public IReadOnlyDictionary<BlockingKind, int> PairsOf => _pairsOf;

    /// <summary>Time to normalise all people and make their keys.</summary>
    public TimeSpan PreparingTime { get; private set; }

    /// <summary>Time of all calls of the scorer, on one core.</summary>
    public TimeSpan ScoringTime { get; private set; }

    /// <summary>Matches.</summary>
    public static MatchRun Of(Population population, MatchOptions options)
    {
        ArgumentNullException.ThrowIfNull(population);
        ArgumentNullException.ThrowIfNull(options);
        var run = new MatchRun(population);
        var start = TimeProvider.System.GetTimestamp();
        var people = population.Records.Select(Person.From).ToArray();
        var keys = people.SelectMany((person, i) => BlockingKeys.Of(person).Select(key => (Key: key, Person: i))).ToArray();
        run.PreparingTime = TimeProvider.System.GetElapsedTime(start);
        run.KeyCount = keys.Length;
        var pairs = run.PairsFrom(keys, options.BlockPeopleMax);
        run.ScoreAll(pairs, people, new PairScorer(options));
        return run;
    }

    private HashSet<(int, int)> PairsFrom((BlockingKey Key, int Person)[] keys, int peopleMax)
    {
        var pairs = new HashSet<(int, int)>();
        Array.Sort(keys, (x, y) => x.Key.Value != y.Key.Value ? x.Key.Value.CompareTo(y.Key.Value) : x.Person.CompareTo(y.Person));
        for (var (from, to) = (0, 0); from < keys.Length; from = to)
        {
            while (to < keys.Length && keys[to].Key == keys[from].Key)
                to++;
            var kind = keys[from].Key.Kind;
            if (to - from > peopleMax)
            {
                var (blocks, people) = _passedOver.GetValueOrDefault(kind);
                _passedOver[kind] = (blocks + 1, people + to - from);
                continue;
            }

            for (var i = from; i < to; i++)
            {
                for (var j = i + 1; j < to; j++)
                    pairs.Add((keys[i].Person, keys[j].Person));
            }

            _pairsOf[kind] = _pairsOf.GetValueOrDefault(kind) + ((to - from) * (to - from - 1) / 2);
        }

        return pairs;
    }

    private void ScoreAll(HashSet<(int First, int Second)> pairs, Person[] people, PairScorer scorer)
    {
        _scores.EnsureCapacity(pairs.Count);
        var list = pairs.ToArray();
        // The first calls are compiled while they run, which is no speed of comparing.
        foreach (var (first, second) in list.Take(50_000))
            scorer.Score(people[first], people[second]);
        var scores = new PairScore[list.Length];
        var start = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < list.Length; i++)
            scores[i] = scorer.Score(people[list[i].First], people[list[i].Second]);
        ScoringTime = TimeProvider.System.GetElapsedTime(start);
        for (var i = 0; i < list.Length; i++)
            _scores.Add(list[i], scores[i]);
    }
}
