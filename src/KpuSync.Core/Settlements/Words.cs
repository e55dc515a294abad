namespace KpuSync.Core.Settlements;

/// <summary>The words of whoever settles or closes something: they stand in a ledger for good.</summary>
internal static class Words
{
    private const int ReasonLengthMax = 500;
    private const int IdentityNumberLength = 16;

    /// <summary>Null if a reason can stand there.</summary>
    public static SyncError? Check(string reason, bool isRequired) =>
        (reason.Length == 0 && !isRequired) || AreLasting(reason, ReasonLengthMax) ? null : SyncError.RequestInvalid("reason");

    /// <summary>Not empty, not too long, no control characters, no identity number.</summary>
    public static bool AreLasting(string text, int lengthMax)
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
}
