using System.Globalization;
using KpuSync.Core.Replay;
using KpuSync.Rules.Values;

namespace KpuSync.Core.Settlements;

/// <summary>Pages of lists in ledger order: an opaque token holds the last place of the page before.</summary>
internal static class PageOf
{
    private const int SizeDefault = 100;
    private const int SizeMax = 500;

    /// <summary>Where the page begins and how much is in it.</summary>
    public static Result<((long Position, int Index) After, int Size)> Read(int size, string token)
    {
        if (size is < 0 or > SizeMax)
            return SyncError.RequestInvalid("page_size");
        var after = (0L, 0);
        if (token.Length > 0 && !TryRead(token, out after))
            return SyncError.RequestInvalid("page_token");
        return (after, size == 0 ? SizeDefault : size);
    }

    /// <summary>The token of what comes after a place.</summary>
    public static string Token(long position, int index) =>
        Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{position}:{index}")));

    /// <summary>As <see cref="Read"/>, for lists of batches of several offices.</summary>
    public static Result<(ParkedBatch? After, int Size)> ReadAcrossOffices(int size, string token)
    {
        var page = Read(size, token[(token.IndexOf('.', StringComparison.Ordinal) + 1)..]);
        if (!page.IsOk)
            return page.Error;
        if (token.Length == 0)
            return ((ParkedBatch?)null, page.Value.Size);
        return OfficeCode.TryParse(token.Split('.')[0], out var office)
            ? ((ParkedBatch?)new ParkedBatch(office, page.Value.After.Position), page.Value.Size)
            : SyncError.RequestInvalid("page_token");
    }

    /// <summary>The token of what comes after a batch.</summary>
    public static string TokenAcrossOffices(OfficeCode office, long position) => $"{office.Value}.{Token(position, 0)}";

    private static bool TryRead(string token, out (long Position, int Index) after)
    {
        after = default;
        Span<byte> bytes = stackalloc byte[64];
        if (!Convert.TryFromBase64String(token, bytes, out var length))
            return false;
        var parts = System.Text.Encoding.ASCII.GetString(bytes[..length]).Split(':');
        return parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out after.Position)
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out after.Index);
    }
}
