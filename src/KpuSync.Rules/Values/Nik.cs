namespace KpuSync.Rules.Values;

/// <summary>A resident identity number (Nomor Induk Kependudukan): 16 ASCII digits.</summary>
/// <remarks>
/// Digits 1-6 region of first registration, 7-12 birth date as ddMMyy (day + 40 for women), 13-16 serial from 0001.
/// It is never reissued when a person moves or a birth date is corrected, so neither part is compared here: a record that
/// does not match its number gets a warning elsewhere.
/// </remarks>
public readonly record struct Nik : IComparable<Nik>
{
    private Nik(long value) => Value = value;

    /// <summary>The number as an integer below 10^16; leading zeros are implied.</summary>
    public long Value { get; }

    /// <summary>The four digits of the province and regency of first registration.</summary>
    public int RegencyPart => (int)(Value / 1_000_000_000_000);

    /// <summary>The serial, 1 to 9999.</summary>
    public int Serial => (int)(Value % 10_000);

    /// <summary>Takes a number that was read from a <see cref="Nik"/> before, for example from a database key.</summary>
    public static Nik FromTrusted(long value) => new(value);

    /// <summary>Reads a number; false if it is not 16 ASCII digits, a placeholder, or its serial is 0000.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Nik nik)
    {
        nik = default;
        if (!SixteenDigits.TryParse(text, out var value) || value % 10_000 == 0 || SixteenDigits.IsPlaceholder(value))
            return false;
        nik = new Nik(value);
        return true;
    }

    /// <summary>Reads a number.</summary>
    /// <exception cref="FormatException"><paramref name="text"/> is not a NIK.</exception>
    public static Nik Parse(ReadOnlySpan<char> text) =>
        TryParse(text, out var nik) ? nik : throw new FormatException("Not a NIK.");

    /// <summary>The 16 digits in full, for the ledger and the caller's own records only.</summary>
    public string ToFullText() => SixteenDigits.Text(Value);

    /// <inheritdoc/>
    public int CompareTo(Nik other) => Value.CompareTo(other.Value);

    /// <summary>Masked (<c>5201********0391</c>), so that no log line or exception can leak it.</summary>
    public override string ToString() => SixteenDigits.Masked(Value);
}
