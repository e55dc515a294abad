namespace KpuSync.TestKit.People;

/// <summary>What may be wrong in a copy of a registration.</summary>
[Flags]
public enum CorruptionKind
{
    None = 0,
    TypingSlip = 1 << 0,
    OldSpelling = 1 << 1,
    Title = 1 << 2,
    MuhammadShortened = 1 << 3,
    WordsSwapped = 1 << 4,
    WordDropped = 1 << 5,
    WordsJoined = 1 << 6,
    DayMonthSwapped = 1 << 7,
    YearOffByOne = 1 << 8,
    NewFamilyCard = 1 << 9,
    MovedAddress = 1 << 10,
    NikDigitWrong = 1 << 11,
    NikDigitsSwapped = 1 << 12,
    NikIssuedAnew = 1 << 13,
}
