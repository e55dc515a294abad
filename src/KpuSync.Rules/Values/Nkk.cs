namespace KpuSync.Rules.Values;

/// <summary>A family card number (Nomor Kartu Keluarga): 16 ASCII digits.</summary>
/// <remarks>Digits 1-6 region, 7-12 <em>recording</em> date as ddMMyy (never + 40), 13-16 family serial.</remarks>
public readonly record struct Nkk
{
    private Nkk(long value) => Value = value;

    /// <summary>The number as an integer below 10^16; leading zeros are implied.</summary>
    public long Value { get; }

    /// <summary>Reads a number; false if it is not 16 ASCII digits, its serial is 0000, or it is a placeholder.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Nkk nkk)
    {
        nkk = default;
        if (!SixteenDigits.TryParse(text, out var value) || value % 10_000 == 0 || SixteenDigits.IsPlaceholder(value))
            return false;
        nkk = new Nkk(value);
        return true;
    }

    /// <summary>The 16 digits in full, for the ledger and the caller's own records only.</summary>
    public string ToFullText() => SixteenDigits.Text(Value);

    /// <summary>Masked (<c>5201********0391</c>).</summary>
    public override string ToString() => SixteenDigits.Masked(Value);
}
