using KpuSync.Samples.Numbers;

namespace KpuSync.Samples.People;

/// <summary>Makes identity numbers of one office; no two offices and no two voters of an office get the same.</summary>
/// <remarks>
/// Serials come from bands: 1-3999 first registered in this office's region, 4000-4899 the same for numbers that appear in a second export,
/// 4900-4999 people who are in two offices, from 5000 people first registered elsewhere. Two offices may draw the same far region and birthday,
/// so each has ten serials of its own there.
/// </remarks>
internal sealed class NikMaker(int officeIndex)
{
    public const int SharedSerialFirst = 4_900;
    private const int LaterSerialFirst = 4_000;
    private readonly HashSet<long> _taken = [];

    /// <summary>A number first issued in this office's own region.</summary>
    public long Native(int district, DateOnly birth, bool female, ref SplitMix random) =>
        OrThrow(Free(district, birth, female, 1 + random.Below(9), LaterSerialFirst));

    /// <summary>The same for a second export; never one that the first export has.</summary>
    public long LaterNative(int district, DateOnly birth, bool female, ref SplitMix random) =>
        OrThrow(Free(district, birth, female, LaterSerialFirst + random.Below(9), SharedSerialFirst));

    /// <summary>A number first issued far away.</summary>
    public long FromElsewhere(int[] districts, DateOnly birth, bool female, bool later, ref SplitMix random)
    {
        var first = 5_000 + (officeIndex % 500 * 10) + (later ? 5 : 0);
        for (; ; )
        {
            var nik = Free(random.Pick(districts), birth, female, first, first + 5);
            if (nik != 0)
                return nik;
        }
    }

    /// <summary>Digits in their places: region, day (women + 40), month, year, serial.</summary>
    public static long Compose(int district, DateOnly birth, bool female, int serial)
    {
        long value = district;
        value = (value * 100) + birth.Day + (female ? 40 : 0);
        value = (value * 100) + birth.Month;
        value = (value * 100) + (birth.Year % 100);
        return (value * 10_000) + serial;
    }

    private static long OrThrow(long nik) =>
        nik != 0 ? nik : throw new InvalidOperationException("More voters than identity numbers: give the office fewer voters.");

    private long Free(int district, DateOnly birth, bool female, int serial, int end)
    {
        for (; serial < end; serial++)
        {
            // 9999 is the last serial that exists; the last office's band ends there.
            var nik = Compose(district, birth, female, Math.Min(serial, 9_999));
            if (_taken.Add(nik))
                return nik;
        }

        return 0;
    }
}
