using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Pull;
using KpuSync.Core.Register;
using KpuSync.Core.Settlements;
using KpuSync.Core.Store;
using KpuSync.Rules.Parties;
using KpuSync.Rules.Regions;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Parties;

/// <summary>Checks the members of a party in an office, as they are now or as they were at the end of a semester. Start at <see cref="HandleAsync"/>.</summary>
public sealed class CheckPartyHandler(
    IPartyReader parties, ListPictures pictures, PartyProfiles profiles, ILedgerReader ledger, TimeProvider time)
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
        if (!TryReadSemester(office, request.Semester, out var semester))
            return SyncError.RequestInvalid("semester");
        var page = PageOf.Read(request.PageSize, request.PageToken);
        if (!page.IsOk)
            return page.Error;

        var (judged, movement) = await JudgeAsync(office, request.PartyNumber, semester, ct);
        var response = CountsOf(office, judged);
        response.Movement = movement;
        response.Party = await profiles.FindAsync(request.PartyNumber, ct);
        var found = judged.Where(j => j.Problems.Count > 0).ToList();
        var ((skipped, _), size) = page.Value;
        var shown = found.Skip((int)Math.Min(skipped, found.Count)).Take(size).ToList();
        response.Findings.AddRange(await FindingsOfAsync(office, shown, OfficeGrants.SeesFullRecords(caller), ct));
        if (skipped + shown.Count < found.Count)
            response.NextPageToken = PageOf.Token(skipped + shown.Count, 0);
        return response;
    }

    // Null without a semester. Of one that has not begun there is nothing to say.
    private bool TryReadSemester(OfficeCode office, string text, out RecapPeriod? semester)
    {
        semester = null;
        if (text.Length == 0)
            return true;
        if (!RecapPeriod.TryParse(text, out var period) || !period.IsSemester || period.FirstDay > OfficeCalendar.TodayIn(office, time))
            return false;
        semester = period;
        return true;
    }

    private async ValueTask<(List<JudgedMember> Judged, SemesterMovement? Movement)> JudgeAsync(
        OfficeCode office, int party, RecapPeriod? asked, CancellationToken ct)
    {
        var notRegistered = await parties.NotRegisteredAsync(office, party, ct);
        if (asked is not { } semester)
            return ((await pictures.NowAsync(office, party, ct)).Judge(notRegistered), null);

        var today = OfficeCalendar.TodayIn(office, time);
        var days = await pictures.OnAsync(office, party, [semester.FirstDay.AddDays(-1), today < semester.LastDay ? today : semester.LastDay], ct);
        var judged = days[1].Judge(notRegistered);
        return (judged, SemesterMovements.Between(semester, days[0].Judge(notRegistered), judged, days[1]));
    }

    private static CheckPartyResponse CountsOf(OfficeCode office, List<JudgedMember> judged)
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

    private async ValueTask<IEnumerable<MemberFinding>> FindingsOfAsync(OfficeCode office, List<JudgedMember> shown, bool isFull, CancellationToken ct)
    {
        var names = await NamesOfAsync(office, shown, ct);
        return shown.Select(j =>
        {
            var finding = new MemberFinding
            {
                CardNumber = isFull ? j.Member.Card : ChangeMask.MaskNumber(j.Member.Card),
                Nik = isFull ? j.Member.Nik.ToFullText() : j.Member.Nik.ToString(),
                Name = names(j.Member),
                Status = j.Status,
            };
            finding.Problems.AddRange(j.Problems);
            return finding;
        });
    }

    // The index has no names, and only a page of them is shown. A place from a past day brings its own: the card may be somebody else's by now.
    private async ValueTask<Func<ListedMember, string>> NamesOfAsync(OfficeCode office, List<JudgedMember> shown, CancellationToken ct)
    {
        var view = new OfficeView(office);
        await ledger.LoadItemsAsync(view, [.. shown.Where(j => j.Member.Name is null).Select(j => PartyKeys.OfMember(j.Member.Party, j.Member.Card))], ct);
        return member => member.Name
            ?? (view.FindItem(PartyKeys.OfMember(member.Party, member.Card)) is { } item ? PartyMember.Parser.ParseFrom(item.Record).Name : "");
    }
}
