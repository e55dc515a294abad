using KpuSync.Client.Operations;
using KpuSync.Client.Progress;
using KpuSync.Contracts.V1;

namespace KpuSync.Client;

/// <summary>Monthly reports and yearly plans.</summary>
public sealed partial class KpuSyncClient
{
    /// <summary>
    /// Sends what a file of monthly reports (a row a month) or yearly plans (a row a year), CSV or XLSX, says that the server is not known to hold. Rows that cannot
    /// be read are named, and the others sent.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="retryNotApplied">True to send again what was rejected before.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    /// <exception cref="FileException">The file cannot be used at all.</exception>
    /// <inheritdoc cref="PushAsync" path="/exception"/>
    public Task<PushReport> PushProgressAsync(
        string file, bool retryNotApplied = false, IProgress<SyncProgress>? progress = null, CancellationToken cancellationToken = default) => RunAsync(
        scope => new ItemsOperation(scope).PushFileAsync(
            file, headers => ProgressColumns.For(headers, scope.Installation.Config.Office), new PartyPushOptions { RetryNotApplied = retryNotApplied }, cancellationToken),
        progress,
        cancellationToken);

    /// <summary>Sends one monthly report, or one yearly plan.</summary>
    /// <param name="cells">Its cells by the column names of the file, for example <c>BULAN</c> and <c>REALISASI</c>; with targets it is a plan.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    public Task<PushReport> PushProgressAsync(
        IReadOnlyDictionary<string, string> cells, IProgress<SyncProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(cells);
        return RunAsync(
            scope => new ItemsOperation(scope).PushCellsAsync(
                "progress push", ProgressColumns.For([.. cells.Keys], scope.Installation.Config.Office), cells, cancellationToken),
            progress,
            cancellationToken);
    }

    /// <summary>The progress of every office of a range in one month.</summary>
    /// <param name="month">The month, <c>2026-10</c>.</param>
    /// <param name="range">An office (<c>5201</c>), province (<c>P52</c>) or the nation (<c>RI</c>); null is the installation's own office.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="NotAllowedException">The credential may not read the range.</exception>
    public Task<GetProgressResponse> ProgressAsync(string month, string? range = null, CancellationToken cancellationToken = default) =>
        LookAsync(scope => new ProgressOperation(scope).GetAsync(range, month, cancellationToken), cancellationToken);

    /// <summary>Every version of an office's report of a month, newest first.</summary>
    public Task<IReadOnlyList<ReportVersion>> ListReportVersionsAsync(string month, string? office = null, CancellationToken cancellationToken = default) =>
        LookAsync(scope => new ProgressOperation(scope).VersionsAsync(office, month, cancellationToken), cancellationToken);

    /// <summary>Every version of an office's plan of a year, newest first.</summary>
    public Task<IReadOnlyList<PlanVersion>> ListPlanVersionsAsync(int year, string? office = null, CancellationToken cancellationToken = default) =>
        LookAsync(scope => new ProgressOperation(scope).PlanVersionsAsync(office, year, cancellationToken), cancellationToken);
}
