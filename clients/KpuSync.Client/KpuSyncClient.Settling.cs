using KpuSync.Client.Push;
using KpuSync.Contracts.V1;

namespace KpuSync.Client;

/// <summary>Holds, claims and duplicate cases. None of them touches the installation's own files.</summary>
public sealed partial class KpuSyncClient
{
    /// <summary>The open holds of an office, oldest first.</summary>
    /// <param name="office">Whose; null is the installation's own office.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<IReadOnlyList<Hold>> ListHoldsAsync(string? office = null, CancellationToken cancellationToken = default) => LookAsync<IReadOnlyList<Hold>>(
        async scope =>
        {
            var holds = new List<Hold>();
            var request = new ListHoldsRequest { OfficeCode = office ?? scope.Installation.Config.Office };
            do
            {
                var page = await scope.CallAsync(options => scope.Connection.Holds.ListHoldsAsync(request, options), cancellationToken);
                holds.AddRange(page.Holds);
                request.PageToken = page.NextPageToken;
            }
            while (request.PageToken.Length > 0);
            return holds;
        },
        cancellationToken);

    /// <summary>Records that a held change was verified, and releases it with what waits behind it.</summary>
    /// <exception cref="SyncException"><c>VERIFICATION_INVALID</c>, <c>HOLD_NOT_FOUND</c>, <c>HOLD_NOT_OPEN</c> or <c>HOLD_WAITS</c>.</exception>
    public Task<Settled> VerifyHoldAsync(EntryRef held, Verification verification, string? office = null, CancellationToken cancellationToken = default) => LookAsync(
        async scope =>
        {
            var request = new VerifyHoldRequest { OfficeCode = office ?? scope.Installation.Config.Office, Held = held, Verification = verification };
            return (await scope.CallAsync(options => scope.Connection.Holds.VerifyHoldAsync(request, options), cancellationToken)).Settled;
        },
        cancellationToken);

    /// <summary>Gives a held change up; what waits behind it is decided without it.</summary>
    /// <exception cref="SyncException"><c>HOLD_NOT_FOUND</c> or <c>HOLD_NOT_OPEN</c>.</exception>
    public Task<Settled> RejectHoldAsync(EntryRef held, string reason, string? office = null, CancellationToken cancellationToken = default) => LookAsync(
        async scope =>
        {
            var request = new RejectHoldRequest { OfficeCode = office ?? scope.Installation.Config.Office, Held = held, Reason = reason };
            return (await scope.CallAsync(options => scope.Connection.Holds.RejectHoldAsync(request, options), cancellationToken)).Settled;
        },
        cancellationToken);

    /// <summary>What other offices say about an office's voters, oldest first, at most 500.</summary>
    public Task<IReadOnlyList<Claim>> ListClaimsAsync(string? office = null, bool all = false, CancellationToken cancellationToken = default) =>
        LookAsync<IReadOnlyList<Claim>>(
            async scope =>
            {
                var request = new ListClaimsRequest { OfficeCode = office ?? scope.Installation.Config.Office, All = all };
                return (await scope.CallAsync(options => scope.Connection.Holds.ListClaimsAsync(request, options), cancellationToken)).Claims;
            },
            cancellationToken);

    /// <summary>Confirms or denies a claim.</summary>
    /// <exception cref="SyncException"><c>CLAIM_NOT_FOUND</c> or <c>CLAIM_NOT_OPEN</c>.</exception>
    public Task<Settled> AnswerClaimAsync(string claimId, bool confirmed, string reason = "", string? office = null, CancellationToken cancellationToken = default) => LookAsync(
        async scope =>
        {
            var request = new AnswerClaimRequest { OfficeCode = office ?? scope.Installation.Config.Office, ClaimId = claimId, Confirmed = confirmed, Reason = reason };
            return (await scope.CallAsync(options => scope.Connection.Holds.AnswerClaimAsync(request, options), cancellationToken)).Settled;
        },
        cancellationToken);

    /// <summary>One page of duplicate cases with a side in a range; an empty range is the installation's own office.</summary>
    public Task<ListCasesResponse> ListCasesAsync(ListCasesRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        return LookAsync(
            scope =>
            {
                var asked = request.Clone();
                asked.Range = asked.Range.Length > 0 ? asked.Range : scope.Installation.Config.Office;
                return scope.CallAsync(options => scope.Connection.Duplicates.ListCasesAsync(asked, options), cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>One duplicate case.</summary>
    /// <exception cref="SyncException"><c>CASE_NOT_FOUND</c>.</exception>
    public Task<DuplicateCase> GetCaseAsync(long caseId, CancellationToken cancellationToken = default) => LookAsync(
        async scope => (await scope.CallAsync(options => scope.Connection.Duplicates.GetCaseAsync(new GetCaseRequest { CaseId = caseId }, options), cancellationToken)).Case,
        cancellationToken);

    /// <summary>Decides a duplicate case.</summary>
    /// <exception cref="SyncException"><c>CASE_CHANGED</c>: somebody was faster; the metadata has the current state. <c>CASE_SIDE_NOT_ACTIVE</c>.</exception>
    /// <exception cref="NotAllowedException"><c>CASE_NOT_GRANTED</c>: it is somebody else's to decide.</exception>
    public Task<DuplicateCase> DecideCaseAsync(DecideCaseRequest request, CancellationToken cancellationToken = default) => LookAsync(
        async scope => (await scope.CallAsync(options => scope.Connection.Duplicates.DecideCaseAsync(request, options), cancellationToken)).Case,
        cancellationToken);
}
