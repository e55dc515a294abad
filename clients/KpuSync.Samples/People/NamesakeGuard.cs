using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace KpuSync.Samples.People;

/// <summary>Keeps two people of an office from sharing both a birth date and the longest word of their names, so that the only duplicates in a sample are those that were planted.</summary>
internal sealed class NamesakeGuard
{
    private readonly HashSet<ulong> _taken = [];

    /// <summary>False if somebody has both already.</summary>
    public bool TryTake(ReadOnlySpan<char> name, DateOnly birth)
    {
        var longest = ReadOnlySpan<char>.Empty;
        foreach (var word in name.Split(' '))
        {
            if (name[word].Length > longest.Length)
                longest = name[word];
        }

        return _taken.Add(XxHash3.HashToUInt64(MemoryMarshal.AsBytes(longest), birth.DayNumber));
    }
}
