using KpuSync.Contracts.V1;

namespace KpuSync.TestKit.People;

/// <summary>Makes a second registration of a person, with another NIK and some more that is wrong.</summary>
internal sealed class Corruptor(World world, Random random)
{
    private static readonly CorruptionKind[] NikKinds = [CorruptionKind.NikDigitWrong, CorruptionKind.NikDigitsSwapped, CorruptionKind.NikIssuedAnew];

    private static readonly CorruptionKind[] OtherKinds =
        [.. Enum.GetValues<CorruptionKind>().Where(kind => kind != CorruptionKind.None && !NikKinds.Contains(kind))];

    private readonly NameCorruptor _names = new(random);

    /// <summary>The copy, and what was done to it: one of the NIK's kinds always (one NIK would be found by look-up), and <paramref name="others"/> more.</summary>
    public (VoterRecord Copy, CorruptionKind Kinds) Corrupt(VoterRecord original, int others)
    {
        var copy = original.Clone();
        var kinds = CorruptionKind.None;
        for (var done = 0; done < others;)
        {
            var kind = OtherKinds[random.Next(OtherKinds.Length)];
            if ((kinds & kind) != 0 || !TryApply(copy, kind))
                continue;
            kinds |= kind;
            done++;
        }

        return (copy, kinds | CorruptNik(copy));
    }

    private bool TryApply(VoterRecord copy, CorruptionKind kind)
    {
        var date = DateTexts.Read(copy.BirthDate);
        switch (kind)
        {
            case CorruptionKind.DayMonthSwapped:
                if (date.Day > 12 || date.Day == date.Month)
                    return false;
                copy.BirthDate = DateTexts.Of(new DateOnly(date.Year, date.Day, date.Month));
                return true;
            case CorruptionKind.YearOffByOne:
                copy.BirthDate = DateTexts.Of(date.AddYears(random.Next(2) == 0 ? 1 : -1));
                return true;
            case CorruptionKind.NewFamilyCard:
                copy.Nkk = world.NewCard(copy.VillageCode[..6]);
                return true;
            case CorruptionKind.MovedAddress:
                world.Settle(copy, random.Next(2) == 0 ? world.TownOf(copy) : world.OtherTown(copy));
                return true;
            default:
                if (_names.TryCorrupt(copy.Name, kind, copy.Sex == Sex.Female) is not { } name || name == copy.Name)
                    return false;
                copy.Name = name;
                return true;
        }
    }

    private CorruptionKind CorruptNik(VoterRecord copy)
    {
        for (; ; )
        {
            var kind = NikKinds[random.Next(NikKinds.Length)];
            if (kind == CorruptionKind.NikIssuedAnew)
            {
                copy.Nik = world.NewNik(copy.VillageCode[..6], DateTexts.Read(copy.BirthDate), copy.Sex);
                return kind;
            }

            var digits = copy.Nik.ToCharArray();
            var at = random.Next(digits.Length - 1);
            if (kind == CorruptionKind.NikDigitsSwapped)
                (digits[at], digits[at + 1]) = (digits[at + 1], digits[at]);
            else
                digits[random.Next(digits.Length)] = (char)('0' + random.Next(10));
            var nik = new string(digits);
            if (!nik.EndsWith("0000", StringComparison.Ordinal) && world.TakeNik(nik))
            {
                copy.Nik = nik;
                return kind;
            }
        }
    }
}
