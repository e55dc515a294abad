using KpuSync.Contracts.V1;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Recap;

/// <summary>Reads what the calls about recaps have in common.</summary>
internal static class RecapRequests
{
    /// <summary>The office, province or centre, and the period.</summary>
    public static Result<(OfficeCode Office, RecapPeriod Period)> Read(string office, string period)
    {
        if (!OfficeCode.TryParse(office, out var code))
            return SyncError.RequestInvalid("office_code");
        return RecapPeriod.TryParse(period, out var parsed) ? (code, parsed) : SyncError.RequestInvalid("period");
    }

    /// <summary>The period lies before everything that the range has.</summary>
    public static SyncError BeforeFirst(RecapPeriod period, DateOnly? firstDay) => SyncError.Of(
        ErrorReason.RecapBeforeFirstEntry, ("period", period.ToString()), ("first_day", firstDay is { } day ? IsoDate.Text(day) : "-"));
}
