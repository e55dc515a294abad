namespace KpuSync.Samples.Numbers;

/// <summary>SplitMix64: a small generator whose numbers are the same for ever, which System.Random does not promise.</summary>
internal struct SplitMix(ulong seed)
{
    private ulong _state = seed;

    /// <summary>A generator of its own for one purpose, so that more draws for one thing do not shift another.</summary>
    public static SplitMix For(ulong seed, ulong purpose)
    {
        var mixed = new SplitMix(seed ^ (purpose * 0xD1B54A32D192ED03));
        return new SplitMix(mixed.Next());
    }

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var z = _state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>0 to <paramref name="limit"/> - 1.</summary>
    public int Below(int limit) => (int)Math.BigMul(Next(), (ulong)limit, out _);

    /// <summary>Both ends included.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>True in so many of 10,000 cases.</summary>
    public bool Chance(int inTenThousand) => Below(10_000) < inTenThousand;

    public T Pick<T>(T[] from) => from[Below(from.Length)];
}
