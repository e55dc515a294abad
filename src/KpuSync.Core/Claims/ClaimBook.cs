using KpuSync.Contracts.V1;
using KpuSync.Core.Duplicates;
using KpuSync.Core.Register;

namespace KpuSync.Core.Claims;

/// <summary>The claims that a page of entries makes, denies or settles.</summary>
/// <remarks>A claim about somebody who is not registered there leaves no trace but in the claimant's own ledger: what the claimant sees is the same.</remarks>
internal sealed class ClaimBook
{
    private readonly Dictionary<(string Owner, string ClaimId), StoredClaim> _claims;
    private readonly List<StoredClaim> _opened = [];
    private readonly List<StoredClaim> _settled = [];

    private ClaimBook(IEnumerable<StoredClaim> known) => _claims = known.ToDictionary(c => (c.Owner.Value, c.ClaimId));

    /// <summary>New claims.</summary>
    public IReadOnlyList<StoredClaim> Opened => _opened;

    /// <summary>Claims to save.</summary>
    public IEnumerable<StoredClaim> Changed => _opened.Concat(_settled);

    /// <summary>Reads what is known of everybody whom the page touches. Whom a denied claim is about counts as touched: the question is open again.</summary>
    public static async ValueTask<ClaimBook> ReadAsync(ICaseReader cases, PageEvents events, CancellationToken ct)
    {
        foreach (var claimId in events.Denied)
        {
            if (await cases.FindClaimAsync(events.Office, claimId, ct) is { } denied)
                events.Touch(denied.Nik);
        }

        return new ClaimBook(await cases.ClaimsOnAsync(events.Everybody, ct));
    }

    /// <summary>Opens and settles claims by who is registered now.</summary>
    public void Apply(PageEvents events, PeopleOfPage people)
    {
        foreach (var said in events.Claims)
        {
            var claim = new StoredClaim(
                said.Owner, $"{events.Office}-{said.Position}-{said.Index}", said.Nik, said.Kind, events.Office, said.EffectiveDate, ClaimState.Open, said.TimeMilliseconds);
            if (people.IsActive(new RegistrationKey(said.Nik, said.Owner)) && _claims.TryAdd((claim.Owner.Value, claim.ClaimId), claim))
                _opened.Add(claim);
        }

        foreach (var claim in _claims.Values.Where(c => c.Owner == events.Office && c.State is ClaimState.Open).ToList())
        {
            if (!people.IsActive(new RegistrationKey(claim.Nik, claim.Owner)))
                _settled.Add(_claims[(claim.Owner.Value, claim.ClaimId)] = claim with { State = ClaimState.Settled });
        }
    }

    /// <summary>True if one office says that the voter of the other moved to it, and the other has not answered: then it is no duplicate yet.</summary>
    public bool IsOpenBetween(Registration a, Registration b) => _claims.Values.Any(c =>
        c.State is ClaimState.Open && c.Kind is ClaimKind.MovedAway && c.Nik == a.Nik
        && ((c.Owner == a.Office && c.ClaimingOffice == b.Office) || (c.Owner == b.Office && c.ClaimingOffice == a.Office)));
}
