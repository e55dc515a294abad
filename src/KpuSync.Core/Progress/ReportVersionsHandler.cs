using Google.Protobuf.WellKnownTypes;
using KpuSync.Contracts.V1;
using KpuSync.Core.Access;
using KpuSync.Core.Items;
using KpuSync.Core.Ledger;
using KpuSync.Core.Store;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Progress;

/// <summary>Lists the versions of a report, with who sent each and when.</summary>
public sealed class ReportVersionsHandler(IProgressReader progress, ILedgerReader ledger)
{
    private const int VersionsMax = 100;

    /// <summary>The versions, newest first.</summary>
    public async Task<Result<ListReportVersionsResponse>> HandleAsync(Caller caller, ListReportVersionsRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!OfficeCode.TryParse(request.OfficeCode, out var office) || office.Kind is not OfficeKind.Regency)
            return SyncError.RequestInvalid("office_code");
        if (!ReportMonth.TryParse(request.Month, out var month))
            return SyncError.RequestInvalid("month");
        if (OfficeGrants.CheckRead(caller, office) is { } notGranted)
            return notGranted;

        var response = new ListReportVersionsResponse();
        var entries = new Dictionary<long, LedgerEntry>();
        foreach (var item in await progress.VersionsAsync(office, ItemKeys.OfReport(month), VersionsMax, ct))
        {
            if (!entries.TryGetValue(item.Position, out var entry))
                entries.Add(item.Position, entry = (await ledger.EntriesAfterAsync(office, item.Position - 1, 1, ct))[0]);
            response.Versions.Add(VersionOf(item, entry));
        }

        return response;
    }

    private static ReportVersion VersionOf(Item item, LedgerEntry entry) => new()
    {
        Revision = new Revision { Position = item.Position, Index = item.Index },
        CommitTime = Timestamp.FromDateTimeOffset(DateTimeOffset.FromUnixTimeMilliseconds(entry.CommitTimeMilliseconds)),
        Actor = entry.Actor,
        Report = ProgressReport.Parser.ParseFrom(item.Record),
    };
}
