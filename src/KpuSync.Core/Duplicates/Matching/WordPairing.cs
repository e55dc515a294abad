using System.Numerics;

namespace KpuSync.Core.Duplicates.Matching;

/// <summary>Which words of two names have found each other, and what that says.</summary>
internal struct WordPairing(PersonWord[] a, PersonWord[] b)
{
    // As many words as a mask has bits. Names have at most 100 characters; what lies beyond stays without a partner.
    private const int WordsMax = 32;

    public PersonWord[] A { get; } = a;

    public PersonWord[] B { get; } = b;

    public uint PairedA { get; private set; }

    public uint PairedB { get; private set; }

    public double Bits { get; private set; }

    public readonly int CountA => Math.Min(A.Length, WordsMax);

    public readonly int CountB => Math.Min(B.Length, WordsMax);

    /// <summary>True if neither name has all its words in the other: two names.</summary>
    public readonly bool IsOpenOnBothSides => BitOperations.PopCount(PairedA) < A.Length && BitOperations.PopCount(PairedB) < B.Length;

    public readonly bool IsComplete => BitOperations.PopCount(PairedA) == A.Length && BitOperations.PopCount(PairedB) == B.Length;

    public static bool IsIn(uint paired, int word) => word < WordsMax && (paired & (1u << word)) != 0;

    public readonly bool IsOpenA(int word) => (PairedA & (1u << word)) == 0;

    public readonly bool IsOpenB(int word) => (PairedB & (1u << word)) == 0;

    public void Pair(int wordA, int wordB, double bits)
    {
        PairedA |= 1u << wordA;
        PairedB |= 1u << wordB;
        Bits += bits;
    }

    public void Join(int wordA, int firstB, int secondB, double bits)
    {
        Pair(wordA, firstB, bits);
        PairedB |= 1u << secondB;
    }

    /// <summary>The same with the sides exchanged.</summary>
    public readonly WordPairing Turned() => new(B, A) { PairedA = PairedB, PairedB = PairedA, Bits = Bits };
}
