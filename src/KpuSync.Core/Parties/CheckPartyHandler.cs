using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Items;
using KpuSync.Core.Pull;
using KpuSync.Core.Register;
using KpuSync.Core.Settlements;
using KpuSync.Core.Store;
using KpuSync.Rules.Parties;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Parties;

/// <summary>Checks the members of a party in an office as they are now. Start at <see cref="HandleAsync"/>.</summary>
public sealed class CheckPartyHandler(IPartyReader parties, PartyProfiles profiles, ILedgerReader ledger, TimeProvider time)
{
    /// <summary>The check.</summary>
    public async Task<Result<CheckPartyResponse>> HandleAsync(Caller caller, CheckPartyRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!OfficeCode.TryParse(request.OfficeCode, out var office) || office.Kind is not OfficeKind.Regency)
            return SyncError.RequestInvalid("office_code");
        if (!PartyNumber.IsValid(request.PartyNumber))
            return SyncError.RequestInvalid("party_number");
        if (OfficeGrants.CheckRead(caller, office) is { } notGranted)
            return notGranted;
        var page = PageOf.Read(request.PageSize, request.PageToken);
        if (!page.IsOk)
            return page.Error;

        var judged = await JudgeAsync(office, request.PartyNumber, ct);
        var response = CountsOf(office, judged);
        response.Party = await profiles.FindAsync(request.PartyNumber, ct);
        var found = judged.Where(j => j.Problems.Count > 0).ToList();
        var ((skipped, _), size) = page.Value;
        var shown = found.Skip((int)Math.Min(skipped, found.Count)).Take(size).ToList();
        response.Findings.AddRange(await FindingsOfAsync(office, shown, OfficeGrants.SeesFullRecords(caller), ct));
        if (skipped + shown.Count < found.Count)
            response.NextPageToken = PageOf.Token(skipped + shown.Count, 0);
        return response;
    }

    private async ValueTask<List<Judged>> JudgeAsync(OfficeCode office, int party, CancellationToken ct)
    {
        var members = await parties.MembersAsync(office, party, ct);
        var others = (await parties.OthersAsync(office, party, ct)).ToLookup(other => other.Nik);
        var notRegistered = await parties.NotRegisteredAsync(office, party, ct);
        var statements = (await parties.ItemsAsync(office, ItemKind.MembershipStatement, "", ct))
            .Select(item => MembershipStatement.Parser.ParseFrom(item.Record)).ToDictionary(statement => Nik.Parse(statement.Nik));
        var complaints = (await parties.ItemsAsync(office, ItemKind.NameComplaint, PartyKeys.PrefixOf(party), ct))
            .Select(item => NameComplaint.Parser.ParseFrom(item.Record)).ToDictionary(complaint => Nik.Parse(complaint.Nik), complaint => complaint.Finding);

        var today = OfficeCalendar.TodayIn(office, time);
        var judged = new List<Judged>(members.Count);
        foreach (var member in members)
        {
            var isMissing = notRegistered.TryGetValue(member.Nik, out var isDead);
            var evidence = new MemberEvidence(
                [.. others[member.Nik].Where(other => other.Office != office || other.Party != party || other.Card != member.Card)],
                IsRegistered: !isMissing, isDead, statements.GetValueOrDefault(member.Nik), complaints.GetValueOrDefault(member.Nik));
            judged.Add(new Judged(member, MemberJudge.ProblemsOf(member, evidence, today)));
        }

        return judged;
    }

    private static CheckPartyResponse CountsOf(OfficeCode office, List<Judged> judged)
    {
        var byStatus = judged.CountBy(j => j.Status).ToDictionary();
        var population = MembersNeeded.PopulationOf(office);
        var response = new CheckPartyResponse
        {
            Members = judged.Count,
            Eligible = byStatus.GetValueOrDefault(MemberStatus.Eligible),
            Mendable = byStatus.GetValueOrDefault(MemberStatus.Mendable),
            NotEligible = byStatus.GetValueOrDefault(MemberStatus.NotEligible),
            Needed = MembersNeeded.Of(population),
            Population = population ?? 0,
        };
        foreach (var (problem, members) in judged.SelectMany(j => j.Problems).CountBy(p => p.Problem).OrderBy(p => p.Key))
            response.Problems.Add(new ProblemCount { Problem = problem, Members = members });
        return response;
    }

    // Names stand in the record only, and only a page of them is shown.
    private async ValueTask<IEnumerable<MemberFinding>> FindingsOfAsync(OfficeCode office, List<Judged> shown, bool isFull, CancellationToken ct)
    {
        var view = new OfficeView(office);
        await ledger.LoadItemsAsync(view, [.. shown.Select(j => PartyKeys.OfMember(j.Member.Party, j.Member.Card))], ct);
        return shown.Select(j =>
        {
            var finding = new MemberFinding
            {
                CardNumber = isFull ? j.Member.Card : ChangeMask.MaskNumber(j.Member.Card),
                Nik = isFull ? j.Member.Nik.ToFullText() : j.Member.Nik.ToString(),
                Name = view.FindItem(PartyKeys.OfMember(j.Member.Party, j.Member.Card)) is { } item ? PartyMember.Parser.ParseFrom(item.Record).Name : "",
                Status = j.Status,
            };
            finding.Problems.AddRange(j.Problems);
            return finding;
        });
    }

    private readonly record struct Judged(ListedMember Member, IReadOnlyList<ProblemFound> Problems)
    {
        public MemberStatus Status => MemberJudge.StatusOf(Problems);
    }
}
