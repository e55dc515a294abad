namespace KpuSync.Core;

/// <summary>UUIDs as the contract writes them: 36 characters, lower case, with hyphens.</summary>
public static class Uuids
{
    /// <summary>True if the text is a UUID in the one form that is compared as text.</summary>
    public static bool IsCanonical(string text) =>
        text.Length == 36 && Guid.TryParseExact(text, "D", out _) && text.AsSpan().IndexOfAnyInRange('A', 'F') < 0;
}
