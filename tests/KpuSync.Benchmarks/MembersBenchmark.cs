using System.CommandLine;
using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Parties;
using KpuSync.Rules.Values;
using KpuSync.TestKit.Changes;
using KpuSync.TestKit.People;
using KpuSync.TestKit.Stores;

namespace KpuSync.Benchmarks;

/// <summary>Members of parties against voters: both pushed by the same handlers into the same register, and one party of one office checked.</summary>
internal static class MembersBenchmark
{
    private const int BatchChanges = 1_000;
    private const int CheckedParty = 6;
    private const string CheckedOffice = "5201";

    // The one in which everything is pushed, by the clock of the core.
    private const string Semester = "2026-S2";
    private static readonly int[] Parties = [.. Enumerable.Range(1, 17), 24];

    public static Command Command()
    {
        var members = Arguments.Count("--members", 200_000, "Members that are pushed, all of the ten offices; as many voters are pushed before, each a member.");
        var check = Arguments.Count("--check", 50_000, "Of them, members of one party in one office, which is checked.");
        var seed = new Option<int>("--seed") { Description = "Seed of the people.", DefaultValueFactory = _ => 4_711 };
        var json = Arguments.Json();
        var command = new Command("members", "The rate of members against that of voters, without network, and the time of a check.") { members, check, seed, json };
        command.SetAction((result, _) => RunAsync(result.GetValue(members), result.GetValue(check), result.GetValue(seed), new Output(result.GetValue(json))));
        return command;
    }

    private static async Task RunAsync(int members, int check, int seed, Output output)
    {
        output.Say($"members: {members:N0} voters and {members:N0} members, {check:N0} of them of one party in one office, seed {seed}");
        var people = Population.Make(new PopulationOptions(members, 0, 0, seed)).Records;
        using var workspace = new Workspace();
        await using var core = await TestCore.OpenSqliteAsync(workspace.PathOf("members.db"));
        var sequences = new Dictionary<string, long>();
        await PushAsync(core, "RI", Parties.Select(party => PartyExamples.Profile(party)), sequences, Role.Administrator);

        var voters = people.Count / await PushAllAsync(core, people.Select(p => (p.VillageCode[..4], VoterExamples.Upsert(Voters.Complete(p)))), sequences);
        var inOffice = 0;
        var rate = people.Count / await PushAllAsync(core, people.Select((p, i) =>
        {
            var isChecked = p.VillageCode.StartsWith(CheckedOffice, StringComparison.Ordinal) && inOffice++ < check;
            return (p.VillageCode[..4], MemberOf(p, isChecked ? CheckedParty : Parties[i % Parties.Length], i));
        }), sequences);

        // A server has run for days: the code is warm, and another party's lists were read last.
        await CheckAsync(core, CheckedParty + 1, "");
        await CheckAsync(core, CheckedParty + 1, Semester);
        var (found, milliseconds) = await CheckAsync(core, CheckedParty, "");
        var (_, semesterMilliseconds) = await CheckAsync(core, CheckedParty, Semester);
        output.Result(
            new
            {
                Benchmark = "members",
                Members = members,
                Seed = seed,
                VotersPerSecond = voters,
                MembersPerSecond = rate,
                Share = rate / voters,
                Checked = found.Members,
                CheckMilliseconds = milliseconds,
                SemesterCheckMilliseconds = semesterMilliseconds,
            },
            $"  voters {voters:N0}/s, members {rate:N0}/s: {rate / voters:F2} of the voter rate; a check of {found.Members:N0} members {milliseconds:N0} ms, per semester {semesterMilliseconds:N0} ms");
    }

    private static async Task<(CheckPartyResponse Check, double Milliseconds)> CheckAsync(TestCore core, int party, string semester)
    {
        var start = TimeProvider.System.GetTimestamp();
        var check = (await core.Get<CheckPartyHandler>().HandleAsync(
            TestCore.Operator(CheckedOffice), new CheckPartyRequest { PartyNumber = party, OfficeCode = CheckedOffice, Semester = semester }, default)).Value;
        return (check, TimeProvider.System.GetElapsedTime(start).TotalMilliseconds);
    }

    private static async Task<double> PushAllAsync(TestCore core, IEnumerable<(string Office, Change Change)> changes, Dictionary<string, long> sequences)
    {
        var seconds = 0.0;
        foreach (var office in changes.GroupBy(c => c.Office, c => c.Change))
            seconds += await PushAsync(core, office.Key, office, sequences, Role.OfficeOperator);
        return seconds;
    }

    private static async Task<double> PushAsync(TestCore core, string office, IEnumerable<Change> changes, Dictionary<string, long> sequences, Role role)
    {
        var batches = new List<Batch>();
        foreach (var chunk in changes.Chunk(BatchChanges))
        {
            var sequence = sequences[office] = sequences.GetValueOrDefault(office) + 1;
            batches.Add(BatchExamples.With(sequence, BatchExamples.Producer, office, chunk));
        }

        var caller = TestCore.Operator("5201") with { Role = role, Office = OfficeCode.Parse(office) };
        var start = TimeProvider.System.GetTimestamp();
        foreach (var answer in await core.PushAllAsync(batches, caller))
        {
            var receipt = answer.Value.Receipt;
            if (receipt.Counts.Applied != receipt.Counts.CalculateTotal())
                throw new InvalidOperationException($"Not all were applied: {receipt.Counts}, the first for {receipt.Outcomes.First(o => o.Status is not OutcomeStatus.Applied).Violations}.");
        }

        return TimeProvider.System.GetElapsedTime(start).TotalSeconds;
    }

    private static int CalculateTotal(this OutcomeCounts counts) =>
        counts.Applied + counts.Unchanged + counts.Held + counts.Conflict + counts.Rejected + counts.NotApplied + counts.Superseded;

    private static Change MemberOf(VoterRecord voter, int party, int number) => new()
    {
        PartyMember = new PartyMember
        {
            PartyNumber = party,
            CardNumber = $"{voter.VillageCode[..4]}.{number:0000000}",
            Nik = voter.Nik,
            Name = voter.Name,
            Sex = voter.Sex,
            BirthDate = voter.BirthDate,
            MaritalStatus = MaritalStatus.Married,
            Occupation = MemberOccupation.Other,
            Address = voter.Address,
            VillageCode = voter.VillageCode,
        },
    };
}
