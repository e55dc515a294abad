using KpuSync.Contracts.V1;

namespace KpuSync.Core.Duplicates.Matching;

/// <summary>Tells K1 from K2 for two registrations of one NIK.</summary>
public static class ExactClass
{
    /// <summary>The class of two people under one NIK; null if their NIKs differ.</summary>
    /// <remarks>Names are compared normalised (MOH. RIZKI is MUHAMMAD RIZKI), birth places without KOTA or KABUPATEN. A name of titles alone equals no name, which makes it K2.</remarks>
    public static CaseClass? Of(Person a, Person b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (a.Nik != b.Nik)
            return null;
        return a.Name.IsSameAs(b.Name) && a.BirthPlace == b.BirthPlace && a.BirthDate == b.BirthDate && a.Sex == b.Sex
            ? CaseClass.K1
            : CaseClass.K2;
    }
}
