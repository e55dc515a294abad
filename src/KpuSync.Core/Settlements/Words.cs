namespace KpuSync.Core.Settlements;

/// <summary>The words of whoever settles something.</summary>
internal static class Words
{
    private const int LengthMax = 500;

    /// <summary>Null if they can stand in a ledger for good.</summary>
    public static SyncError? Check(string reason, bool isRequired)
    {
        var isMissing = isRequired && string.IsNullOrWhiteSpace(reason);
        return isMissing || reason.Length > LengthMax || HoldsIdentityNumber(reason) || reason.AsSpan().IndexOfAnyInRange('\0', '\x1f') >= 0
            ? SyncError.RequestInvalid("reason")
            : null;
    }

    private static bool HoldsIdentityNumber(string text)
    {
        var digits = 0;
        foreach (var c in text)
        {
            digits = char.IsAsciiDigit(c) ? digits + 1 : 0;
            if (digits == 16)
                return true;
        }

        return false;
    }
}
