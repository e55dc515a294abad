namespace KpuSync.Core.Duplicates.Matching;

/// <summary>One thing that a person may share with another.</summary>
/// <param name="Kind">What is shared; also part of the value, for counting.</param>
/// <param name="Value">64 bits, the same in every process and on every machine, close together for people of one area. Two people with one value are compared.</param>
public readonly record struct BlockingKey(BlockingKind Kind, long Value);
