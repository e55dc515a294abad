using KpuSync.Contracts.V1;

namespace KpuSync.Rules.Registry;

/// <summary>The fields of a change as people call them. <c>{field}</c> in a rule's text becomes this name.</summary>
public static class FieldNames
{
    private static readonly Dictionary<string, (string Column, string Indonesian, string English)> Names = new(StringComparer.Ordinal)
    {
        ["nik"] = ("NIK", "NIK", "NIK"),
        ["old_nik"] = ("NIK_LAMA", "NIK lama", "Old NIK"),
        ["nkk"] = ("NKK", "NKK", "NKK"),
        ["name"] = ("NAMA", "Nama", "Name"),
        ["sex"] = ("JK", "Jenis kelamin", "Sex"),
        ["birth_place"] = ("TMPT_LHR", "Tempat lahir", "Birthplace"),
        ["birth_date"] = ("TGL_LHR", "Tanggal lahir", "Birth date"),
        ["marital_status"] = ("STS", "Status perkawinan", "Marital status"),
        ["address"] = ("ALAMAT", "Alamat", "Address"),
        ["rt"] = ("RT", "RT", "RT"),
        ["rw"] = ("RW", "RW", "RW"),
        ["village_code"] = ("DESA", "Desa/kelurahan", "Village"),
        ["polling_station"] = ("TPS", "Nomor TPS", "Polling station"),
        ["disability"] = ("DIS", "Disabilitas", "Disability"),
        ["electronic_card"] = ("KTPel", "Kepemilikan KTP-el", "Electronic identity card"),
        ["dpid"] = ("DPID", "DPID", "DPID"),
        ["source"] = ("SUMBER", "Sumber data", "Source"),
        ["reason"] = ("KET", "Alasan pengiriman", "Reason"),
        ["ground"] = ("KET", "Alasan TMS", "Removal ground"),
        ["voter"] = ("", "Data pemilih", "Voter record"),
        ["previous_office_code"] = ("KAB_ASAL", "Kabupaten/kota asal", "Previous office"),
        ["owner_office_code"] = ("KAB_ASAL", "Kabupaten/kota pemilik", "Owning office"),
        ["decided_case_id"] = ("KASUS", "Nomor kasus ganda", "Duplicate case"),
        ["verified"] = ("", "Sudah diverifikasi", "Verified before"),
        ["next_office_code"] = ("", "Kabupaten/kota tujuan", "Next office"),
        ["note"] = ("", "Catatan", "Note"),
        ["minutes_number"] = ("", "Nomor berita acara", "Number of the minutes"),
        ["method"] = ("VERIF_METODE", "Metode verifikasi", "Verification method"),
        ["officer"] = ("VERIF_PETUGAS", "Petugas verifikasi", "Verifying officer"),
        ["date"] = ("VERIF_TGL", "Tanggal verifikasi", "Verification date"),
        ["document"] = ("VERIF_DOKUMEN", "Dokumen verifikasi", "Verification document"),
        ["reference"] = ("", "Rujukan", "Reference"),
        ["effective_date"] = ("TGL_BERLAKU", "Tanggal berlaku", "Effective date"),
        ["position"] = ("", "Posisi revisi", "Revision position"),
        ["index"] = ("", "Nomor urut perubahan", "Index of the change"),
        ["sequence"] = ("", "Nomor kiriman", "Batch sequence"),
        ["party_number"] = ("PARTAI", "Nomor partai", "Party number"),
        ["abbreviation"] = ("SINGKATAN", "Singkatan partai", "Abbreviation"),
        ["aceh_only"] = ("LOKAL_ACEH", "Partai lokal Aceh", "Local party of Aceh"),
        ["level"] = ("TINGKAT", "Tingkat kepengurusan", "Level"),
        ["area_code"] = ("WILAYAH", "Wilayah", "Area"),
        ["decree"] = ("SK", "Nomor SK kepengurusan", "Decree"),
        ["officers"] = ("", "Pengurus", "Officers"),
        ["title"] = ("JABATAN", "Jabatan", "Title"),
        ["right"] = ("STATUS_KANTOR", "Status kantor", "Right to the office"),
        ["until_date"] = ("BERLAKU_SAMPAI", "Batas pemakaian kantor", "Last day of the right"),
        ["bank"] = ("BANK", "Bank", "Bank"),
        ["account_number"] = ("REKENING", "Nomor rekening", "Account number"),
        ["holder"] = ("PEMILIK_REKENING", "Pemilik rekening", "Account holder"),
        ["card_number"] = ("KTA", "Nomor KTA", "Member card"),
        ["occupation"] = ("PEKERJAAN", "Pekerjaan", "Occupation"),
        ["removed"] = ("", "Alasan pengeluaran", "Removal"),
        ["statement_date"] = ("TGL_KLARIFIKASI", "Tanggal klarifikasi", "Day of the statement"),
        ["complaint_date"] = ("TGL_ADUAN", "Tanggal aduan", "Day of the complaint"),
        ["finding"] = ("HASIL_ADUAN", "Hasil pemeriksaan aduan", "Finding"),
        ["document_number"] = ("DOKUMEN", "Nomor dokumen", "Document number"),
        ["office_code"] = ("KANTOR", "Kode kantor", "Office code"),
        ["month"] = ("BULAN", "Bulan laporan", "Month of the report"),
        ["budget"] = ("", "Anggaran", "Budget"),
        ["headcount"] = ("", "SDM", "Headcount"),
        ["initial_ceiling"] = ("PAGU_AWAL", "Pagu awal", "Initial ceiling"),
        ["revised_ceiling"] = ("PAGU_REVISI", "Pagu revisi", "Revised ceiling"),
        ["revision"] = ("REVISI_KE", "Nomor revisi pagu", "Revision number"),
        ["blocked"] = ("BLOKIR", "Blokir", "Blocked"),
        ["realised"] = ("REALISASI", "Realisasi", "Realised"),
        ["type"] = ("", "Jenis belanja", "Type of spending"),
        ["submitted_date"] = ("REVISI_DIAJUKAN", "Tanggal pengajuan revisi", "Date of the revision's request"),
        ["ceiling"] = ("PAGU_DIAJUKAN", "Pagu yang diajukan", "Ceiling asked for"),
        ["commissioners"] = ("ANGGOTA", "Anggota KPU", "Commissioners"),
        ["civil_servants"] = ("PNS", "PNS", "Civil servants (PNS)"),
        ["contract_civil_servants"] = ("PPPK", "PPPK", "Contract civil servants (PPPK)"),
        ["other_staff"] = ("PPNPN", "PPNPN", "Other staff (PPNPN)"),
        ["received"] = ("PPID_DITERIMA", "Permohonan informasi diterima", "Information requests received"),
        ["granted"] = ("PPID_DIKABULKAN", "Permohonan dikabulkan", "Requests granted"),
        ["partly_granted"] = ("PPID_SEBAGIAN", "Permohonan dikabulkan sebagian", "Requests granted in part"),
        ["refused"] = ("PPID_DITOLAK", "Permohonan ditolak", "Requests refused"),
        ["objections"] = ("PPID_KEBERATAN", "Keberatan", "Objections"),
        ["answered_in_time"] = ("PPID_TEPAT_WAKTU", "Dijawab tepat waktu", "Answered in time"),
        ["website"] = ("WEBSITE", "Terbitan laman", "Website items"),
        ["social_media"] = ("MEDSOS", "Terbitan media sosial", "Social media items"),
        ["year"] = ("TAHUN", "Tahun rencana", "Year of the plan"),
        ["cumulative_targets"] = ("TARGET_01", "Target kumulatif", "Cumulative targets"),
    };

    /// <summary>Name of the field that a path ends in; the path itself if it has none.</summary>
    /// <param name="fieldPath">Path in contract names, for example <c>voter_upsert.voter.nik</c>.</param>
    /// <param name="language">The language.</param>
    public static string Of(string fieldPath, Language language)
    {
        ArgumentNullException.ThrowIfNull(fieldPath);
        if (!Names.TryGetValue(LastOf(fieldPath), out var name))
            return fieldPath;
        return language == Language.English ? name.English : name.Indonesian;
    }

    /// <summary>Name of the field that a column holds; null if no field comes from it alone.</summary>
    public static string? OfColumn(string column, Language language)
    {
        var name = Names.Values.FirstOrDefault(n => n.Column == column);
        return name.Column is null ? null : language == Language.English ? name.English : name.Indonesian;
    }

    /// <summary>Column of a file that a violation is about; empty if there is none.</summary>
    public static string ColumnOf(Violation violation)
    {
        ArgumentNullException.ThrowIfNull(violation);
        var column = ColumnOf(violation.FieldPath);

        // A field that stands in several columns: the rule's parameters say in which.
        if (violation.Code == ProgressRules.PlanFalls.Code && Parameter(violation, "month") is { } month)
            return $"TARGET_{month.PadLeft(2, '0')}";
        return violation.Code == ProgressRules.PartOverCeiling.Code && Parameter(violation, "account") is { } account ? $"{column}_{account}" : column;
    }

    /// <summary>Column of a file that the field comes from; empty if none does.</summary>
    /// <param name="fieldPath">Path in contract names.</param>
    public static string ColumnOf(string fieldPath)
    {
        ArgumentNullException.ThrowIfNull(fieldPath);
        return Names.TryGetValue(LastOf(fieldPath), out var name) ? name.Column : "";
    }

    private static string? Parameter(Violation violation, string name) => violation.Parameters.FirstOrDefault(p => p.Name == name)?.Value;

    private static string LastOf(string fieldPath) => fieldPath[(fieldPath.LastIndexOf('.') + 1)..];
}
