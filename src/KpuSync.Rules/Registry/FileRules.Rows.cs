using KpuSync.Contracts.V1;

namespace KpuSync.Rules.Registry;

/// <content>What the cells of a row say, and what rows say about each other.</content>
public static partial class FileRules
{
    /// <summary>Not one of the date forms. Parameters: <c>column</c>.</summary>
    public static readonly Rule DateUnreadable = new("DATE_UNREADABLE", Severity.Error,
        "{column}: tanggal tidak terbaca. Tulis sebagai DD|MM|YYYY, DD-MM-YYYY atau YYYY-MM-DD.",
        "{column}: the date cannot be read. Write it as DD|MM|YYYY, DD-MM-YYYY or YYYY-MM-DD.");

    /// <summary>A date form, but no such day. Parameters: <c>column</c>.</summary>
    public static readonly Rule DateNotExisting = new("DATE_NOT_EXISTING", Severity.Error,
        "{column}: tanggal ini tidak ada dalam kalender.",
        "{column}: there is no such day in the calendar.");

    /// <summary>A number that a spreadsheet shortened (5.20101E+15): its last digits are lost. Parameters: <c>column</c>.</summary>
    public static readonly Rule NikSpreadsheetNumber = new("NIK_SPREADSHEET_NUMBER", Severity.Error,
        "{column}: program lembar kerja mengubah nomor ini menjadi bilangan (5.20101E+15) dan angka terakhirnya hilang. Format kolom sebagai teks, lalu ekspor ulang.",
        "{column}: a spreadsheet turned this number into a figure (5.20101E+15) and its last digits are lost. Format the column as text and export again.");

    /// <summary>A code that the column does not have. Parameters: <c>column</c>, <c>allowed</c>.</summary>
    public static readonly Rule CodeUnknown = new("CODE_UNKNOWN", Severity.Error,
        "{column}: kode tidak dikenal. Yang berlaku: {allowed}.",
        "{column}: the code is not known. Allowed: {allowed}.");

    /// <summary>Not a whole number. Parameters: <c>column</c>.</summary>
    public static readonly Rule NumberUnreadable = new("NUMBER_UNREADABLE", Severity.Error,
        "{column}: harus berupa bilangan bulat.",
        "{column}: must be a whole number.");

    /// <summary>No district of that name or code in the office. Parameters: <c>office</c>, <c>closest</c>.</summary>
    public static readonly Rule DistrictNotFound = new("DISTRICT_NOT_FOUND", Severity.Error,
        "Kecamatan tidak ditemukan di kantor {office}. Yang paling mirip: {closest}.",
        "The district was not found in office {office}. Closest: {closest}.");

    /// <summary>No village of that name or code in the district. Parameters: <c>district</c>, <c>closest</c>.</summary>
    public static readonly Rule VillageNotFound = new("VILLAGE_NOT_FOUND", Severity.Error,
        "Desa/kelurahan tidak ditemukan di kecamatan {district}. Yang paling mirip: {closest}.",
        "The village was not found in district {district}. Closest: {closest}.");

    /// <summary>Several villages of the district have the name. Parameters: <c>district</c>.</summary>
    public static readonly Rule VillageAmbiguous = new("VILLAGE_AMBIGUOUS", Severity.Error,
        "Beberapa desa/kelurahan di kecamatan {district} bernama sama. Tulis kode Kemendagri 10 angka.",
        "Several villages of district {district} have this name. Write the 10-digit Kemendagri code.");

    /// <summary>The village's code is not in the district that the row names. Parameters: <c>district</c>.</summary>
    public static readonly Rule VillageOtherDistrict = new("VILLAGE_OTHER_DISTRICT", Severity.Error,
        "Kode desa/kelurahan tidak termasuk kecamatan {district} pada baris ini.",
        "The village code does not belong to the row's district {district}.");

    /// <summary>Two rows have one NIK, and are not an 8 row with its B row. Parameters: <c>first_row</c>, <c>second_row</c>.</summary>
    public static readonly Rule NikRepeated = new("NIK_REPEATED", Severity.Error,
        "NIK yang sama muncul pada baris {first_row} dan {second_row}; keduanya tidak dikirim. Hapus atau perbaiki salah satunya.",
        "Rows {first_row} and {second_row} have the same NIK; neither is sent. Delete or mend one.");

    /// <summary>An 8 row without its B row.</summary>
    public static readonly Rule Ket8WithoutB = new("KET_8_WITHOUT_B", Severity.Error,
        "KET 8 (TPS tidak sesuai) harus disertai baris B dengan NIK yang sama.",
        "A KET 8 row (wrong polling station) needs a B row with the same NIK.");

    /// <summary>A KET that the list of that version does not have. Parameters: <c>version</c>, <c>allowed</c>.</summary>
    public static readonly Rule KetUnknown = new("KET_UNKNOWN", Severity.Error,
        "KET tidak dikenal pada daftar {version}. Yang berlaku: {allowed}, atau kosong.",
        "The KET is not in list {version}. Allowed: {allowed}, or empty.");

    /// <summary>A delta would remove more voters than is likely. Parameters: <c>removals</c>, <c>total</c>, <c>percent</c>, <c>limit_percent</c>.</summary>
    public static readonly Rule MassRemoval = new("MASS_REMOVAL", Severity.Error,
        "Berkas ini akan mengeluarkan {removals} dari {total} pemilih ({percent}%), lebih dari {limit_percent}%. Periksa jumlah per desa; ulangi dengan --yes bila benar.",
        "This file would remove {removals} of {total} voters ({percent}%), more than {limit_percent}%. Check the counts per village; repeat with --yes if it is right.");

    /// <summary>A field that a row of that KET needs is empty. Parameters: <c>column</c>.</summary>
    public static readonly Rule CellEmpty = new("CELL_EMPTY", Severity.Error,
        "{column}: wajib diisi.",
        "{column}: must not be empty.");

    /// <summary>Of a complete export, rows whose voter cannot be told: nobody counts as gone. Parameters: <c>rows</c>.</summary>
    public static readonly Rule GoneUncertain = new("GONE_UNCERTAIN", Severity.Error,
        "Pemilih pada {rows} baris tidak dapat dikenali, sehingga tidak ada pemilih yang dianggap hilang dari ekspor lengkap ini. Perbaiki baris itu, lalu kirim lagi.",
        "The voters of {rows} rows cannot be told, so nobody counts as gone from this complete export. Mend those rows, then push again.");

    /// <summary>A complete list would take out more members of a party than is likely. Parameters: <c>removals</c>, <c>total</c>, <c>parties</c>, <c>percent</c>, <c>limit_percent</c>.</summary>
    public static readonly Rule MemberMassRemoval = new("MEMBER_MASS_REMOVAL", Severity.Error,
        "Berkas ini akan mengeluarkan {removals} dari {total} anggota partai {parties} ({percent}%), lebih dari {limit_percent}%. Periksa apakah semua anggota ada di dalamnya; ulangi dengan --yes bila benar.",
        "This file would remove {removals} of {total} members of party {parties} ({percent}%), more than {limit_percent}%. Check that all members are in it; repeat with --yes if it is right.", Since: 2);

    /// <summary>Of a complete list of members, rows without a party or card that can be read: nobody counts as gone. Parameters: <c>rows</c>.</summary>
    public static readonly Rule MembersGoneUncertain = new("MEMBERS_GONE_UNCERTAIN", Severity.Error,
        "Nomor partai atau KTA pada {rows} baris tidak terbaca, sehingga tidak ada anggota yang dianggap hilang dari daftar lengkap ini. Perbaiki baris itu, lalu kirim lagi.",
        "The party or card of {rows} rows cannot be read, so no member counts as gone from this complete list. Mend those rows, then push again.", Since: 2);

    /// <summary>An amount whose separators can be read in two ways. Parameters: <c>column</c>.</summary>
    public static readonly Rule AmountUnclear = new("AMOUNT_UNCLEAR", Severity.Error,
        "{column}: tidak jelas mana pemisah ribuan dan mana pemisah desimal. Tulis rupiah penuh tanpa pemisah, misalnya 1234567.",
        "{column}: it is not clear which separator groups thousands and which is decimal. Write whole rupiah without separators, such as 1234567.", Since: 2);

    /// <summary>An amount with a part of a rupiah. Parameters: <c>column</c>.</summary>
    public static readonly Rule AmountHasFraction = new("AMOUNT_HAS_FRACTION", Severity.Error,
        "{column}: harus rupiah penuh, tanpa pecahan. Bulatkan sesuai dokumen anggaran.",
        "{column}: must be whole rupiah, without a fraction. Round it as the budget document does.", Since: 2);

    /// <summary>A spreadsheet's formula that was never calculated, so that the cell has no value. Parameters: <c>column</c>.</summary>
    public static readonly Rule FormulaWithoutValue = new("FORMULA_WITHOUT_VALUE", Severity.Error,
        "{column}: berisi rumus yang belum dihitung. Buka berkas di program lembar kerja, simpan ulang, atau tempel nilainya.",
        "{column}: holds a formula that was never calculated. Open the file in a spreadsheet program and save it again, or paste the value.", Since: 2);

    /// <summary>Two rows report one month, or plan one year. Parameters: <c>first_row</c>, <c>second_row</c>.</summary>
    public static readonly Rule ReportRepeated = new("REPORT_REPEATED", Severity.Error,
        "Baris {first_row} dan {second_row} melaporkan hal yang sama; keduanya tidak dikirim. Hapus salah satunya.",
        "Rows {first_row} and {second_row} report the same; neither is sent. Delete one.", Since: 2);
}
