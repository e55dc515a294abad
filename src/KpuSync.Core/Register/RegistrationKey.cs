using KpuSync.Rules.Values;

namespace KpuSync.Core.Register;

/// <summary>One voter in one office's register.</summary>
/// <param name="Nik">Identity number.</param>
/// <param name="Office">Office.</param>
public readonly record struct RegistrationKey(Nik Nik, OfficeCode Office) : IComparable<RegistrationKey>
{
    /// <inheritdoc/>
    public int CompareTo(RegistrationKey other)
    {
        var byNik = Nik.CompareTo(other.Nik);
        return byNik != 0 ? byNik : Office.CompareTo(other.Office);
    }

    /// <summary>By number, then office.</summary>
    public static bool operator <(RegistrationKey left, RegistrationKey right) => left.CompareTo(right) < 0;

    /// <summary>By number, then office.</summary>
    public static bool operator >(RegistrationKey left, RegistrationKey right) => left.CompareTo(right) > 0;

    /// <summary>By number, then office.</summary>
    public static bool operator <=(RegistrationKey left, RegistrationKey right) => left.CompareTo(right) <= 0;

    /// <summary>By number, then office.</summary>
    public static bool operator >=(RegistrationKey left, RegistrationKey right) => left.CompareTo(right) >= 0;
}
