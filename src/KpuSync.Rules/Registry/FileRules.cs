using KpuSync.Contracts.V1;

namespace KpuSync.Rules.Registry;

/// <summary>Rules of a voter export that a client reads: what the file says, before anything is sent.</summary>
/// <remarks>Parameters never hold personal data: file, row and column names, codes, names of regions and limits only. Rows count from 1, the header included.</remarks>
public static class FileRules
{
    /// <summary>There is no such file. Parameters: <c>file</c>.</summary>
    public static readonly Rule FileNotFound = new("FILE_NOT_FOUND", Severity.Error,
        "Berkas {file} tidak ditemukan. Periksa nama dan foldernya.",
        "File {file} was not found. Check its name and folder.");

    /// <summary>The file has no rows. Parameters: <c>file</c>.</summary>
    public static readonly Rule FileEmpty = new("FILE_EMPTY", Severity.Error,
        "Berkas {file} kosong atau hanya berisi judul kolom. Ekspor ulang dari sistem asal.",
        "File {file} is empty or holds nothing but the header. Export it again.");

    /// <summary>Neither UTF-8 nor Windows-1252. Parameters: <c>file</c>.</summary>
    public static readonly Rule FileEncoding = new("FILE_ENCODING", Severity.Error,
        "Berkas {file} tidak memakai UTF-8 atau Windows-1252. Simpan ulang sebagai \"CSV UTF-8\".",
        "File {file} is neither UTF-8 nor Windows-1252. Save it again as \"CSV UTF-8\".");

    /// <summary>Open in another program, or no right to read it. Parameters: <c>file</c>.</summary>
    public static readonly Rule FileLockedOrUnreadable = new("FILE_LOCKED_OR_UNREADABLE", Severity.Error,
        "Berkas {file} tidak dapat dibaca. Tutup program lain yang membukanya dan periksa hak aksesnya.",
        "File {file} cannot be read. Close other programs that have it open and check its access rights.");

    /// <summary>Not CSV or XLSX, or a damaged one. Parameters: <c>file</c>.</summary>
    public static readonly Rule FileFormatUnknown = new("FILE_FORMAT_UNKNOWN", Severity.Error,
        "Berkas {file} bukan CSV atau XLSX yang utuh. Ekspor ulang dari sistem asal.",
        "File {file} is not a sound CSV or XLSX file. Export it again.");

    /// <summary>More bytes, rows or columns than a reader takes. Parameters: <c>file</c>, <c>limit</c>, <c>actual</c>.</summary>
    public static readonly Rule FileTooLarge = new("FILE_TOO_LARGE", Severity.Error,
        "Berkas {file} terlalu besar: {actual}, paling banyak {limit}. Bagi menjadi beberapa berkas.",
        "File {file} is too large: {actual}, the limit is {limit}. Split it.");

    /// <summary>A needed column is missing. Parameters: <c>column</c>, <c>closest</c> (may be empty: use <see cref="HeaderColumnMissingNoneClose"/>).</summary>
    public static readonly Rule HeaderColumnMissing = new("HEADER_COLUMN_MISSING", Severity.Error,
        "Kolom {column} tidak ada pada baris judul. Yang paling mirip: {closest}.",
        "Column {column} is missing from the header. The closest that stands there: {closest}.");

    /// <summary>A needed column is missing and nothing there is like it. Parameters: <c>column</c>, <c>columns</c> (those that are there).</summary>
    public static readonly Rule HeaderColumnMissingNoneClose = new("HEADER_COLUMN_MISSING_NONE_CLOSE", Severity.Error,
        "Kolom {column} tidak ada pada baris judul. Kolom yang ada: {columns}.",
        "Column {column} is missing from the header. The columns there: {columns}.");

    /// <summary>A column stands twice in the header. Parameters: <c>column</c>.</summary>
    public static readonly Rule HeaderColumnRepeated = new("HEADER_COLUMN_REPEATED", Severity.Error,
        "Kolom {column} muncul lebih dari sekali pada baris judul. Hapus atau ganti nama salah satunya.",
        "Column {column} stands more than once in the header. Delete or rename one.");

    /// <summary>A column that the client does not know; it is passed over. Parameters: <c>column</c>, <c>closest</c>.</summary>
    public static readonly Rule HeaderColumnUnknown = new("HEADER_COLUMN_UNKNOWN", Severity.Warning,
        "Kolom {column} tidak dikenal dan diabaikan. Mungkin maksudnya {closest}.",
        "Column {column} is not known and is passed over. Perhaps {closest} was meant.");

    /// <summary>Fewer fields than the header. Parameters: <c>actual</c>, <c>expected</c>.</summary>
    public static readonly Rule RowTruncated = new("ROW_TRUNCATED", Severity.Error,
        "Baris terpotong: {actual} kolom, seharusnya {expected}.",
        "The row is cut short: {actual} columns instead of {expected}.");

    /// <summary>More fields than the header. Parameters: <c>actual</c>, <c>expected</c>.</summary>
    public static readonly Rule RowTooLong = new("ROW_TOO_LONG", Severity.Error,
        "Baris kelebihan kolom: {actual} kolom, seharusnya {expected}. Apit isian yang memuat pemisah dengan tanda kutip.",
        "The row has too many columns: {actual} instead of {expected}. Quote fields that hold the separator.");

    /// <summary>A quote that is opened and never closed. Parameters: <c>row</c> (where it opens).</summary>
    public static readonly Rule QuoteNotClosed = new("QUOTE_NOT_CLOSED", Severity.Error,
        "Tanda kutip yang dibuka pada baris {row} tidak ditutup. Baris itu tidak dikirim; baris sesudahnya dibaca seperti biasa.",
        "The quote that opens in row {row} is never closed. That row is not sent; the rows after it are read as usual.");

    /// <summary>A quote in the middle of a field, or text after a closing quote.</summary>
    public static readonly Rule QuoteMisplaced = new("QUOTE_MISPLACED", Severity.Error,
        "Tanda kutip berada di tempat yang salah. Apit seluruh isian dengan tanda kutip dan gandakan tanda kutip di dalamnya.",
        "A quote stands in the wrong place. Quote the whole field and double the quotes inside it.");

    /// <summary>More characters in a cell than any column takes. Parameters: <c>max</c>.</summary>
    public static readonly Rule CellTooLong = new("CELL_TOO_LONG", Severity.Error,
        "Isian terlalu panjang: paling banyak {max} karakter.",
        "A cell is too long: at most {max} characters.");

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

    /// <summary>The row's district or village belongs to another office. Parameters: <c>office</c>.</summary>
    public static readonly Rule RowOtherOffice = new("ROW_OTHER_OFFICE", Severity.Error,
        "Baris ini milik kabupaten/kota lain, bukan {office}.",
        "The row belongs to another regency or city, not {office}.");

    /// <summary>A field that a row of that KET needs is empty. Parameters: <c>column</c>.</summary>
    public static readonly Rule CellEmpty = new("CELL_EMPTY", Severity.Error,
        "{column}: wajib diisi.",
        "{column}: must not be empty.");

    /// <summary>The old NIK cannot be inferred for sure: the DPID is known under several numbers. Parameters: <c>column</c>.</summary>
    public static readonly Rule DpidAmbiguous = new("DPID_AMBIGUOUS", Severity.Warning,
        "{column}: DPID ini dikenal dengan lebih dari satu NIK, sehingga NIK lama tidak disimpulkan darinya. Isi NIK_LAMA bila NIK dikoreksi.",
        "{column}: this DPID is known under more than one NIK, so no old NIK is inferred from it. Fill in NIK_LAMA if the NIK was corrected.");
}
