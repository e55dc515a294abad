namespace KpuSync.Rules.Values;

/// <summary>What kind of office a code names.</summary>
public enum OfficeKind
{
    /// <summary>A regency or city office: <c>5201</c>.</summary>
    Regency,

    /// <summary>A province office: <c>P52</c>.</summary>
    Province,

    /// <summary>The centre: <c>RI</c>.</summary>
    Centre,
}

/// <summary>An office: a regency's 4-digit Kemendagri code, <c>P</c> and 2 digits for a province, or <c>RI</c> for the centre.</summary>
/// <remarks>Only the form is checked here; whether the office exists is the region catalogue's to say.</remarks>
public readonly record struct OfficeCode : IComparable<OfficeCode>
{
    private readonly string? _value;

    private OfficeCode(string value) => _value = value;

    /// <summary>The centre.</summary>
    public static OfficeCode Centre { get; } = new("RI");

    /// <summary>The code as text; empty for the default value.</summary>
    public string Value => _value ?? "";

    /// <summary>Which kind of office it is.</summary>
    public OfficeKind Kind => Value is "RI" ? OfficeKind.Centre : Value.StartsWith('P') ? OfficeKind.Province : OfficeKind.Regency;

    /// <summary>The 2 digits of its province; empty for the centre.</summary>
    public string ProvinceCode => Kind switch
    {
        OfficeKind.Regency => Value[..2],
        OfficeKind.Province => Value[1..],
        _ => "",
    };

    /// <summary>Takes a code that was read from an <see cref="OfficeCode"/> before.</summary>
    public static OfficeCode FromTrusted(string value) => new(value);

    /// <summary>Reads a code in one of the three forms.</summary>
    public static bool TryParse(string? text, out OfficeCode office)
    {
        var valid = text is "RI"
            || (text is { Length: 4 } && text.AsSpan().IndexOfAnyExceptInRange('0', '9') < 0)
            || (text is { Length: 3 } && text[0] == 'P' && text.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0);
        office = valid ? new OfficeCode(text!) : default;
        return valid;
    }

    /// <summary>Reads a code.</summary>
    /// <exception cref="FormatException"><paramref name="text"/> is not an office code.</exception>
    public static OfficeCode Parse(string text) =>
        TryParse(text, out var office) ? office : throw new FormatException($"Not an office code: '{text}'.");

    /// <inheritdoc/>
    public int CompareTo(OfficeCode other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;
}
