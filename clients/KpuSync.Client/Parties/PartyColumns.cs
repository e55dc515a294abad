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

    /// <summary>
    /// What a file is: what the first telling column says that it has. A file without any is taken for what it lacks the fewest columns of, so that a telling column
    /// that is misspelt is the one that is named as missing.
    /// </summary>
    /// <param name="headers">Headers of the file.</param>
    /// <param name="rows">Reads the rows.</param>
    public static ItemFileKind For(string[] headers, PartyRows rows)
    {
        (string Telling, ItemFileKind Kind)[] kinds =
        [
            ("KTA", new ItemFileKind(Members, rows.MemberOf) { IsLarge = true }),
            ("JABATAN", new ItemFileKind(Management, PartyRows.ManagementOf) { Join = (first, later) => first.PartyManagement.Officers.Add(later.PartyManagement.Officers) }),
            ("STATUS_KANTOR", new ItemFileKind(Offices, PartyRows.OfficeOf)),
            ("REKENING", new ItemFileKind(Accounts, PartyRows.AccountOf)),
            ("TGL_KLARIFIKASI", new ItemFileKind(Statements, PartyRows.StatementOf)),
            ("TGL_ADUAN", new ItemFileKind(Complaints, PartyRows.ComplaintOf)),
            ("SINGKATAN", new ItemFileKind(Profiles, PartyRows.ProfileOf)),
        ];
        var told = Array.FindIndex(kinds, k => Has(headers, k.Telling));
        return told >= 0 ? kinds[told].Kind : kinds.MinBy(k => Missing(headers, k.Kind.Columns)).Kind;
    }

    private static int Missing(string[] headers, ColumnSet columns) => columns.Names.Index().Count(c => columns.IsRequired(c.Index) && !Has(headers, c.Item));

    private static ColumnSet Set(string[] names, int required, int[]? identityNumbers = null) => new(names, i => i < required, identityNumbers ?? []);

    private static bool Has(string[] headers, string name) => Array.Exists(headers, h => h.Trim().Equals(name, StringComparison.OrdinalIgnoreCase));
}
