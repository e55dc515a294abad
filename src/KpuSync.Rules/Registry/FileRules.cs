using KpuSync.Contracts.V1;

namespace KpuSync.Rules.Registry;

/// <summary>Rules of a voter export that a client reads: what the file says, before anything is sent.</summary>
/// <remarks>Parameters never hold personal data: file, row and column names, codes, names of regions and limits only. Rows count from 1, the header included.</remarks>
public static partial class FileRules
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

    /// <summary>A column that the file's kind does not have, like one that it has. Parameters: <c>column</c>, <c>closest</c>.</summary>
    public static readonly Rule HeaderColumnUnknown = new("HEADER_COLUMN_UNKNOWN", Severity.Warning,
        "Kolom {column} tidak dikenal dan tidak dibaca. Yang paling mirip: {closest}.",
        "Column {column} is not known and is not read. The closest that could stand there: {closest}.", Since: 2);

    /// <summary>A column that the file's kind does not have, and like none that it could have. Parameters: <c>column</c>, <c>columns</c> (those that it can have).</summary>
    public static readonly Rule HeaderColumnUnknownNoneClose = new("HEADER_COLUMN_UNKNOWN_NONE_CLOSE", Severity.Warning,
        "Kolom {column} tidak dikenal dan tidak dibaca. Kolom yang dikenal: {columns}.",
        "Column {column} is not known and is not read. The columns that are: {columns}.", Since: 2);

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
}
