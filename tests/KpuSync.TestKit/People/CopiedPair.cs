namespace KpuSync.TestKit.People;

/// <summary>Two registrations of one person.</summary>
/// <param name="Original">Index of the first.</param>
/// <param name="Copy">Index of the corrupted copy.</param>
/// <param name="Kinds">What was done to it.</param>
public sealed record CopiedPair(int Original, int Copy, CorruptionKind Kinds);
