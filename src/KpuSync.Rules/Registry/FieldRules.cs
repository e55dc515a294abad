using KpuSync.Contracts.V1;

namespace KpuSync.Rules.Registry;

/// <summary>Rules of form that many fields share; the violation's path says which field it is.</summary>
public static class FieldRules
{
    /// <summary>Empty, or an enum that is not given.</summary>
    public static readonly Rule Required = new("FIELD_REQUIRED", Severity.Error,
        "{field}: wajib diisi.",
        "{field}: must be given.");

    /// <summary>An enum value that this contract version does not have.</summary>
    public static readonly Rule ValueUnknown = new("VALUE_UNKNOWN", Severity.Error,
        "{field}: nilai tidak dikenal. Perbarui program pengirim atau pakai nilai yang ada dalam kontrak.",
        "{field}: the value is not known. Use a value of the contract, or upgrade the sender.");

    /// <summary>More characters than the field takes. Parameters: <c>max</c>.</summary>
    public static readonly Rule TextTooLong = new("TEXT_TOO_LONG", Severity.Error,
        "{field}: paling banyak {max} karakter.",
        "{field}: at most {max} characters.");

    /// <summary>Control characters, or invisible ones that steer how a text is shown.</summary>
    public static readonly Rule TextControlCharacter = new("TEXT_CONTROL_CHARACTER", Severity.Error,
        "{field}: berisi karakter kendali atau karakter tak terlihat. Ketik ulang isian ini.",
        "{field}: holds control characters or invisible ones. Type the text again.");

    /// <summary>Not in capitals with single spaces: the sender did not normalise it. Kept as it is.</summary>
    public static readonly Rule TextNotNormalised = new("TEXT_NOT_NORMALISED", Severity.Warning,
        "{field}: sebaiknya huruf besar dengan satu spasi antarkata.",
        "{field}: should be in capitals with single spaces.", CanBe: [Severity.Error]);

    /// <summary>A text that may not hold personal data has 16 digits in a row.</summary>
    public static readonly Rule TextHoldsIdentityNumber = new("TEXT_HOLDS_IDENTITY_NUMBER", Severity.Error,
        "{field}: tidak boleh memuat nomor 16 angka seperti NIK atau NKK. Hapus nomor itu.",
        "{field}: must not hold a 16-digit number such as a NIK or NKK. Take it out.");

    /// <summary>A number outside its range. Parameters: <c>min</c>, <c>max</c>.</summary>
    public static readonly Rule NumberOutOfRange = new("NUMBER_OUT_OF_RANGE", Severity.Error,
        "{field}: harus antara {min} dan {max}.",
        "{field}: must be from {min} to {max}.");

    /// <summary>A number below its least value. Parameters: <c>min</c>.</summary>
    public static readonly Rule NumberTooSmall = new("NUMBER_TOO_SMALL", Severity.Error,
        "{field}: paling kecil {min}.",
        "{field}: must be {min} or more.");

    /// <summary>Not <c>YYYY-MM-DD</c>, or a day that does not exist.</summary>
    public static readonly Rule DateMalformed = new("DATE_MALFORMED", Severity.Error,
        "{field}: bukan tanggal yang ada, ditulis YYYY-MM-DD.",
        "{field}: not an existing day written YYYY-MM-DD.");

    /// <summary>The day is after the office's today.</summary>
    public static readonly Rule DateInFuture = new("DATE_IN_FUTURE", Severity.Error,
        "{field}: tidak boleh setelah hari ini menurut kalender kantor.",
        "{field}: must not be after today in the office's calendar.");
}
