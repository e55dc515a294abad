using KpuSync.Console.Access;
using KpuSync.Core;
using KpuSync.Core.Access;
using KpuSync.Rules.Parties;
using KpuSync.Rules.Values;
using KpuSync.Server.Access;
using KpuSync.Server.Errors;
using KpuSync.Storage.Access;

namespace KpuSync.Server.ConsoleHosting;

/// <summary>Issues, lists and revokes credentials within the range of whoever asks, as <c>kpusync-server token</c> does for all.</summary>
public sealed class ConsoleCredentials(CredentialStore store, CredentialIssuer issuer, TimeProvider clock) : ICredentialDesk
{
    private const int DaysMax = 3650;
    private const int NoteCharactersMax = 200;

    /// <inheritdoc/>
    public async Task<Result<IReadOnlyList<CredentialView>>> ListAsync(Caller caller, string range, CancellationToken ct)
    {
        if (!OfficeCode.TryParse(range, out var asked))
            return Refusals.Invalid("range");
        if (OfficeGrants.CheckRead(caller, asked) is { } notGranted)
            return notGranted;
        var rows = await store.ListAsync(office: null, ct);
        return rows.Where(row => OfficeCode.TryParse(row.Office, out var office) && OfficeGrants.Covers(asked, office)).Select(ViewOf).ToList();
    }

    /// <inheritdoc/>
    public async Task<Result<IssuedText>> IssueAsync(Caller caller, CredentialWish wish, CancellationToken ct)
    {
        if (!OfficeCode.TryParse(wish.Office, out var office))
            return Refusals.Invalid("office_code");
        if (OfficeGrants.CheckIssue(caller, office, wish.Role) is { } notGranted)
            return notGranted;
        if (wish.Role is Role.OfficeOperator && office.Kind is not OfficeKind.Regency)
            return Refusals.Invalid("role");
        if (wish.Role is Role.PartyOperator ? wish.Party is not { } party || !PartyNumber.IsValid(party) : wish.Party is not null)
            return Refusals.Invalid("party_number");
        if (wish.Days is < 1 or > DaysMax)
            return Refusals.Invalid("days");
        if (wish.Note.Length > NoteCharactersMax || wish.Note.Any(char.IsControl))
            return Refusals.Invalid("note");

        var issued = await issuer.IssueAsync(office, wish.Role, wish.Party, TimeSpan.FromDays(wish.Days), wish.Note, ct);
        return new IssuedText(issued.Id, issued.Text, issued.ExpiresAt);
    }

    /// <inheritdoc/>
    public async Task<Result<bool>> RevokeAsync(Caller caller, string id, CancellationToken ct)
    {
        // One that does not exist answers as one of another range does.
        if (await store.FindAsync(id, ct) is not { Role: not CredentialRow.SubjectRole } row)
            return SyncError.Of(Contracts.V1.ErrorReason.OfficeNotGranted, ("office", "?"));
        var view = ViewOf(row);
        if (OfficeGrants.CheckIssue(caller, OfficeCode.Parse(view.Office), view.Role) is { } notGranted && id != caller.CredentialId)
            return notGranted;
        return await store.RevokeAsync(id, office: null, clock.GetUtcNow(), ct) > 0;
    }

    private static CredentialView ViewOf(CredentialRow row)
    {
        _ = RoleNames.TryParse(row.Role, out var role);
        return new CredentialView(row.Id, row.Office, role, row.Party, row.Note, row.IssuedAt, row.ExpiresAt, row.RevokedAt);
    }
}
