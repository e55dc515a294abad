using System.Globalization;
using KpuSync.Contracts.V1;

namespace KpuSync.Core;

/// <summary>The contract versions that this server speaks: every 1.x up to the newest.</summary>
public static class ContractVersions
{
    /// <summary>Newest version.</summary>
    public const string Newest = "1.0";

    private const int Major = 1;

    /// <summary>Null if the server speaks <paramref name="version"/>; empty is read as 1.0. A newer minor version is spoken: what is unknown in it is parked, not dropped.</summary>
    public static SyncError? Check(string version)
    {
        if (version.Length == 0)
            return null;
        var dot = version.IndexOf('.', StringComparison.Ordinal);
        var known = dot > 0
            && int.TryParse(version.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            && int.TryParse(version.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out _)
            && major == Major;
        return known ? null : SyncError.Of(ErrorReason.ContractVersionUnsupported, ("version", Printable(version)), ("newest", Newest));
    }

    // What came from outside is repeated only as far as it can be a version.
    private static string Printable(string version) =>
        version.Length <= 16 && version.All(c => char.IsAsciiDigit(c) || c is '.') ? version : "?";
}
