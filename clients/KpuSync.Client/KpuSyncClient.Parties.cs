using KpuSync.Client.Operations;
using KpuSync.Client.Parties;
using KpuSync.Contracts.V1;

namespace KpuSync.Client;

/// <summary>Party data (SIPOL).</summary>
public sealed partial class KpuSyncClient
{
    /// <summary>
    /// Sends what a file of party data says that the server is not known to hold: members, management, offices, accounts, profiles, clarifications or complaints, by its
    /// columns; CSV or XLSX.
    /// Rows that cannot be read are named, and the others sent.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="options">How; null is the default of each.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    /// <exception cref="FileException">The file cannot be used at all.</exception>
    /// <exception cref="MassRemovalException">A complete list would take out too many members; nothing was sent.</exception>
    public Task<PushReport> PushPartyAsync(
        string file, PartyPushOptions? options = null, IProgress<SyncProgress>? progress = null, CancellationToken cancellationToken = default) => RunAsync(
        scope =>
        {
            var rows = new PartyRows(scope.Installation.Config.Office);
            return new ItemsOperation(scope).PushFileAsync(file, headers => PartyColumns.For(headers, rows), options ?? new PartyPushOptions(), cancellationToken);
        },
        progress,
        cancellationToken);

    /// <summary>The parties that the centre knows, by number, each with the day since when.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<IReadOnlyList<ListedParty>> ListPartiesAsync(CancellationToken cancellationToken = default) =>
        LookAsync(scope => new PartyOperation(scope).ListAsync(cancellationToken), cancellationToken);

    /// <summary>Sends one item of party data, for example a clarification or a complaint.</summary>
    /// <param name="cells">Its cells by the column names of the file, for example <c>NIK</c> and <c>TGL_KLARIFIKASI</c>; they tell what it is.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    public Task<PushReport> PushPartyAsync(
        IReadOnlyDictionary<string, string> cells, IProgress<SyncProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(cells);
        return RunAsync(
            scope => new ItemsOperation(scope).PushCellsAsync(
                "party push", PartyColumns.For([.. cells.Keys], new PartyRows(scope.Installation.Config.Office)), cells, cancellationToken),
            progress,
            cancellationToken);
    }

    /// <summary>Checks the members of a party in one office: how many count and must, and what is wrong with whom.</summary>
    /// <param name="party">Number of the party.</param>
    /// <param name="office">The office; null is the installation's own.</param>
    /// <param name="findingsMax">Most members with problems that are listed, 1 or more; the counts are about all.</param>
    /// <param name="semester">A semester (<c>2026-S1</c>): the state at its end, or as of now while it runs, and what moved in it; null is as of now.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="NotAllowedException">The credential may not read the office.</exception>
    /// <exception cref="SyncException">The semester is malformed, or has not begun.</exception>
    public Task<CheckPartyResponse> CheckPartyAsync(
        int party, string? office = null, int findingsMax = 100, string? semester = null, CancellationToken cancellationToken = default) =>
        LookAsync(scope => new PartyOperation(scope).CheckAsync(party, office, findingsMax, semester, cancellationToken), cancellationToken);

    /// <summary>Checks how a party is organised: management, women in it, offices and accounts.</summary>
    /// <param name="party">Number of the party.</param>
    /// <param name="range">An office (<c>5201</c>), province (<c>P52</c>) or the nation (<c>RI</c>); null is the installation's own office.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="NotAllowedException">The credential may not read the range.</exception>
    public Task<CheckOrganisationResponse> CheckPartyOrganisationAsync(int party, string? range = null, CancellationToken cancellationToken = default) =>
        LookAsync(scope => new PartyOperation(scope).CheckOrganisationAsync(party, range, cancellationToken), cancellationToken);
}
