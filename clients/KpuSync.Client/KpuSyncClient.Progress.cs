using KpuSync.Client.Operations;
using KpuSync.Contracts.V1;

namespace KpuSync.Client;

/// <summary>Monthly reports and yearly plans.</summary>
public sealed partial class KpuSyncClient
{
    /// <summary>Sends the rows of a file of monthly reports (a row a month) or yearly plans (a row a year), CSV or XLSX. Rows that cannot be read are named, and the others sent.</summary>
    /// <exception cref="FileException">The file cannot be used at all.</exception>
    /// <inheritdoc cref="PushAsync" path="/exception"/>
    public Task<PushReport> PushProgressAsync(string file, IProgress<SyncProgress>? progress = null, CancellationToken cancellationToken = default) =>
        RunAsync(scope => new ProgressOperation(scope).PushFileAsync(file, cancellationToken), progress, cancellationToken);

    /// <summary>Sends one monthly report.</summary>
    /// <param name="cells">Its cells by the column names of the file, for example <c>BULAN</c> and <c>REALISASI</c>.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <param name="cancellationToken">Ends the operation.</param>
    public Task<PushReport> PushProgressAsync(
        IReadOnlyDictionary<string, string> cells, IProgress<SyncProgress>? progress = null, CancellationToken cancellationToken = default) =>
        RunAsync(scope => new ProgressOperation(scope).PushCellsAsync(cells, cancellationToken), progress, cancellationToken);

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
}
