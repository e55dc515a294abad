using KpuSync.Contracts.V1;
using KpuSync.Core.Claims;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Duplicates;

/// <summary>Who has to hear of what a page brought: every office with a side in a case that opened or closed, those that a side came to, and the owners of voters that somebody makes a claim about.</summary>
internal sealed class Announcements
{
    private readonly SortedDictionary<OfficeCode, List<Func<Notice>>> _byOffice = [];

    /// <summary>The offices, in code order.</summary>
    public IReadOnlyList<OfficeCode> Offices => [.. _byOffice.Keys];

    public static Announcements Of(CaseBook book, ClaimBook claims)
    {
        var announcements = new Announcements();
        foreach (var duplicate in book.Changed.Where(book.StateChanged))
        {
            foreach (var side in duplicate.Sides.Where(s => s.HeldPosition == 0))
                announcements.Add(OfficeCode.Parse(side.OfficeCode), () => NoticeOf(duplicate, side));
        }

        // A case that comes with a voter is news to the office that it comes to.
        foreach (var (duplicate, side) in book.Arrived.Where(a => a.Case.State is CaseState.Open && !book.StateChanged(a.Case)))
            announcements.Add(OfficeCode.Parse(side.OfficeCode), () => NoticeOf(duplicate, side));

        foreach (var claim in claims.Opened)
            announcements.Add(claim.Owner, () => new Notice { Nik = claim.Nik.ToFullText(), Claim = claim.ToNotice() });
        return announcements;
    }

    /// <summary>The notices to an office. A new case must have its number by then.</summary>
    public IReadOnlyList<Notice> To(OfficeCode office) => [.. _byOffice[office].Select(make => make())];

    private void Add(OfficeCode office, Func<Notice> make)
    {
        if (!_byOffice.TryGetValue(office, out var notices))
            _byOffice.Add(office, notices = []);
        notices.Add(make);
    }

    private static Notice NoticeOf(DuplicateCase duplicate, CaseSide side) => new()
    {
        Nik = side.Nik,
        DuplicateCase = new CaseNotice { CaseId = duplicate.CaseId, Class = duplicate.Class, Reach = duplicate.Reach, State = duplicate.State },
    };
}
