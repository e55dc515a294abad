using KpuSync.Client.Exports;
using KpuSync.Client.Items;

namespace KpuSync.Client.Parties;

/// <summary>The columns of party files. Each kind of file is known by one column that only it has.</summary>
internal static class PartyColumns
{
    public const int Party = 0;

    /// <summary>Members: one row a member; KELUAR says why one left.</summary>
    public static ColumnSet Members { get; } = Set(
        ["PARTAI", "KTA", "NIK", "NAMA", "JK", "TGL_LHR", "STS", "PEKERJAAN", "ALAMAT", "KECAMATAN", "DESA", "KELUAR"], required: 11, identityNumbers: [2]);

    /// <summary>Management: one row a person; the rows of one area are one change.</summary>
    public static ColumnSet Management { get; } = Set(["PARTAI", "TINGKAT", "WILAYAH", "SK", "NAMA", "JABATAN", "JK"], required: 7);

    /// <summary>Offices of parties.</summary>
    public static ColumnSet Offices { get; } = Set(["PARTAI", "TINGKAT", "WILAYAH", "ALAMAT", "STATUS_KANTOR", "BERLAKU_SAMPAI"], required: 6);

    /// <summary>Bank accounts.</summary>
    public static ColumnSet Accounts { get; } = Set(["PARTAI", "TINGKAT", "WILAYAH", "BANK", "REKENING", "PEMILIK_REKENING"], required: 6);

    /// <summary>Profiles.</summary>
    public static ColumnSet Profiles { get; } = Set(["PARTAI", "NAMA", "SINGKATAN", "LOKAL_ACEH"], required: 3);

    /// <summary>What people in the lists of two parties stated; PARTAI 0 is none of them.</summary>
    public static ColumnSet Statements { get; } = Set(["PARTAI", "NIK", "TGL_KLARIFIKASI", "DOKUMEN"], required: 4, identityNumbers: [1]);

    /// <summary>Complaints that a name was used without consent.</summary>
    public static ColumnSet Complaints { get; } = Set(["PARTAI", "NIK", "TGL_ADUAN", "HASIL_ADUAN", "DOKUMEN"], required: 5, identityNumbers: [1]);

    /// <summary>What a file is, by its headers; what has none of the telling columns is taken for members.</summary>
    /// <param name="headers">Headers of the file.</param>
    /// <param name="rows">Reads the rows.</param>
    public static ItemFileKind For(string[] headers, PartyRows rows)
    {
        if (Has(headers, "JABATAN"))
            return new ItemFileKind(Management, PartyRows.ManagementOf) { Join = (first, later) => first.PartyManagement.Officers.Add(later.PartyManagement.Officers) };
        if (Has(headers, "STATUS_KANTOR"))
            return new ItemFileKind(Offices, PartyRows.OfficeOf);
        if (Has(headers, "REKENING"))
            return new ItemFileKind(Accounts, PartyRows.AccountOf);
        if (Has(headers, "TGL_KLARIFIKASI"))
            return new ItemFileKind(Statements, PartyRows.StatementOf);
        if (Has(headers, "TGL_ADUAN"))
            return new ItemFileKind(Complaints, PartyRows.ComplaintOf);
        return Has(headers, "SINGKATAN")
            ? new ItemFileKind(Profiles, PartyRows.ProfileOf)
            : new ItemFileKind(Members, rows.MemberOf) { IsLarge = true };
    }

    private static ColumnSet Set(string[] names, int required, int[]? identityNumbers = null) => new(names, i => i < required, identityNumbers ?? []);

    private static bool Has(string[] headers, string name) => Array.Exists(headers, h => h.Trim().Equals(name, StringComparison.OrdinalIgnoreCase));
}
