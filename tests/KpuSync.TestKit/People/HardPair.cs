namespace KpuSync.TestKit.People;

/// <summary>Two people who look like one.</summary>
/// <param name="First">Index of one.</param>
/// <param name="Second">Index of the other.</param>
/// <param name="Kind">Why.</param>
public sealed record HardPair(int First, int Second, HardKind Kind);
