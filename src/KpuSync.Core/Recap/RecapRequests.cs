using KpuSync.Contracts.V1;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Recap;

/// <summary>Reads what the calls about recaps have in common.</summary>
internal static class RecapRequests
{
    private const int IdentityNumberLength = 16;

    /// <summary>The office, province or centre, and the period.</summary>
    public static Result<(OfficeCode Office, RecapPeriod Period)> Read(string office, string period)
    {
        if (!OfficeCode.TryParse(office, out var code))
            return SyncError.RequestInvalid("office_code");
        return RecapPeriod.TryParse(period, out var parsed) ? (code, parsed) : SyncError.RequestInvalid("period");
    }

    /// <summary>Whether a text can stand in a ledger for good: not empty, not too long, no control characters, no identity number.</summary>
    public static bool IsLasting(string text, int lengthMax)
    {
        var digits = 0;
        foreach (var c in text)
        {
            digits = char.IsAsciiDigit(c) ? digits + 1 : 0;
            if (digits == IdentityNumberLength || char.IsControl(c))
                return false;
        }

        return !string.IsNullOrWhiteSpace(text) && text.Length <= lengthMax;
    }

    /// <summary>The period lies before everything that the range has.</summary>
    public static SyncError BeforeFirst(RecapPeriod period, DateOnly? firstDay) => SyncError.Of(
        ErrorReason.RecapBeforeFirstEntry, ("period", period.ToString()), ("first_day", firstDay is { } day ? IsoDate.Text(day) : "-"));
}
