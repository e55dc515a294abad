using KpuSync.Contracts.V1;
using KpuSync.Core.Claims;
using KpuSync.Core.Duplicates.Matching;
using KpuSync.Core.Register;
using Microsoft.Extensions.Logging;

namespace KpuSync.Core.Duplicates;

/// <summary>Finds who seems to be registered twice among those whom a page touches: the same number elsewhere, or a similar person anywhere.</summary>
public sealed partial class PairFinder(ICaseReader cases, PairScorer scorer, MatchOptions options, ILogger<PairFinder> logger)
{
    // Of the many whom a page is compared with, so many are in memory.
    private const int PeopleAtOnce = 4_096;

    internal async ValueTask<IReadOnlyList<CasePair>> FindAsync(PeopleOfPage people, ClaimBook claims, CancellationToken ct)
    {
        var pairs = new Dictionary<(RegistrationKey, RegistrationKey), CasePair>();
        foreach (var pair in SameNumber(people, claims).Concat(await SimilarAsync(people, ct)))
            pairs.TryAdd((pair.First, pair.Second), pair);
        var remembered = await cases.DifferentPeopleAsync(pairs.Keys, ct);
        return [.. pairs.Where(p => !remembered.Contains(p.Key)).OrderBy(p => p.Key).Select(p => p.Value)];
    }

    private static IEnumerable<CasePair> SameNumber(PeopleOfPage people, ClaimBook claims)
    {
        foreach (var nik in people.Touched.Order())
        {
            var active = people.ActiveOf(nik);
            for (var i = 0; i < active.Count; i++)
            {
                for (var j = i + 1; j < active.Count; j++)
                {
                    if (!claims.IsOpenBetween(active[i], active[j]))
                        yield return SameNumber(active[i], active[j]);
                }
            }
        }
    }

    private static CasePair SameNumber(Registration a, Registration b)
    {
        var exact = ExactClass.Of(Person.From(a.ParseRecord()), Person.From(b.ParseRecord())) ?? CaseClass.K2;
        return CasePair.Of(KeyOf(a), KeyOf(b), exact, 0, [new CaseReason { Code = "NIK_EQUAL" }]);
    }

    private async ValueTask<IReadOnlyList<CasePair>> SimilarAsync(PeopleOfPage people, CancellationToken ct)
    {
        if (people.Own.Count == 0)
            return [];
        var candidates = (await CandidatesAsync(people, ct)).ToLookup(c => c.Other, c => c.Own);
        var own = people.Own.ToDictionary(o => o.Key, o => o.Person);
        var found = new List<CasePair>();
        foreach (var other in candidates.Select(c => c.Key).Where(own.ContainsKey))
            AddSimilar(found, own, candidates[other], other, own[other]);
        foreach (var elsewhere in candidates.Select(c => c.Key).Where(key => !own.ContainsKey(key)).Order().Chunk(PeopleAtOnce))
        {
            foreach (var registration in (await cases.RegistrationsAtAsync(elsewhere, ct)).Where(r => r.IsActive))
                AddSimilar(found, own, candidates[KeyOf(registration)], KeyOf(registration), Person.From(registration.ParseRecord()));
        }

        return found;
    }

    private void AddSimilar(
        List<CasePair> found, Dictionary<RegistrationKey, Person> own, IEnumerable<RegistrationKey> likely, RegistrationKey other, Person person)
    {
        foreach (var key in likely)
        {
            var score = scorer.Score(own[key], person);
            if (scorer.OpensCase(score))
                found.Add(CasePair.Of(key, other, CaseClass.K3, score.Bits, [.. MatchReasonCodes.Of(score.Reasons).Select(code => new CaseReason { Code = code })]));
        }
    }

    // Each pair once, whatever keys it shares; the same number is no matter of likeness. The page's own keys are added here, since they are only being written now.
    private async ValueTask<IReadOnlyCollection<(RegistrationKey Own, RegistrationKey Other)>> CandidatesAsync(PeopleOfPage people, CancellationToken ct)
    {
        var page = people.SortedKeys.ToLookup(k => k.Key, k => k.Member);
        var keys = page.Select(k => k.Key).ToList();
        var blocks = (await cases.BlocksOfAsync(keys, options.BlockPeopleMax, ct))
            .ToDictionary(b => b.Key, b => b.With(page[b.Key], options.BlockPeopleMax));
        if (blocks.Values.Count(b => b.IsOversize) is > 0 and var passedOver)
            LogPassedOver(passedOver, keys.Count);
        var pairs = new HashSet<(RegistrationKey, RegistrationKey)>();
        foreach (var own in people.Own)
        {
            foreach (var key in own.Keys)
            {
                foreach (var other in blocks[key].Members)
                {
                    if (other.Nik != own.Key.Nik && !pairs.Contains((other, own.Key)))
                        pairs.Add((own.Key, other));
                }
            }
        }

        return pairs;
    }

    private static RegistrationKey KeyOf(Registration registration) => new(registration.Nik, registration.Office);

    [LoggerMessage(Level = LogLevel.Information, Message = "{PassedOver} of {Keys} blocking keys have more people than are compared, and were passed over")]
    private partial void LogPassedOver(int passedOver, int keys);
}
