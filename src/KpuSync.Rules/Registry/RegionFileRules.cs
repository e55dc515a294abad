using KpuSync.Contracts.V1;

namespace KpuSync.Rules.Registry;

/// <summary>Rules of a file with new regions.</summary>
public static class RegionFileRules
{
    /// <summary>No code of a regency, district or village. A province needs a release: its time zone stands in the code.</summary>
    public static readonly Rule CodeMalformed = new("REGION_CODE_MALFORMED", Severity.Error,
        "Kode harus 4 angka (kabupaten/kota), 6 (kecamatan), atau 10 (desa/kelurahan), dengan atau tanpa titik. Provinsi baru memerlukan rilis baru.",
        "The code must be 4 digits (regency or city), 6 (district) or 10 (village), with or without dots. A new province needs a new release.");

    /// <summary>Empty, too long, or with control characters.</summary>
    public static readonly Rule NameUnusable = new("REGION_NAME_UNUSABLE", Severity.Error,
        "Nama harus 1 sampai 100 karakter UTF-8 tanpa karakter kendali.",
        "The name must be 1 to 100 characters in UTF-8 without control characters.");

    /// <summary>One code under two names: nobody can say which is meant.</summary>
    public static readonly Rule CodeRepeated = new("REGION_CODE_REPEATED", Severity.Error,
        "Kode ini ada lebih dari sekali dengan nama berbeda. Sisakan satu baris.",
        "The code stands more than once, under different names. Leave one row.");

    /// <summary>The region that the code lies in is neither in the catalogue nor a good row of the file.</summary>
    public static readonly Rule ParentUnknown = new("REGION_PARENT_UNKNOWN", Severity.Error,
        "Wilayah induk kode ini tidak ada dalam katalog maupun dalam berkas ini. Tambahkan atau perbaiki baris induknya.",
        "The region that this code lies in is neither in the catalogue nor in this file. Add its row, or mend it.");

    /// <summary>A cell that opens with a quotation mark and does not close.</summary>
    public static readonly Rule RowUnreadable = new("REGION_ROW_UNREADABLE", Severity.Error,
        "Tanda kutip pada baris ini tidak ditutup.",
        "A quotation mark in this row is not closed.");
}
