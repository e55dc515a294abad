namespace KpuSync.Client.Exports;

/// <summary>The columns that a voter export may have. The order is the order in which a row is packed and hashed: append only.</summary>
internal enum ExportColumn
{
    Dpid,
    Nkk,
    Nik,
    Name,
    Sex,
    BirthPlace,
    BirthDate,
    MaritalStatus,
    Address,
    Rt,
    Rw,
    District,
    Village,
    Disability,
    ElectronicCard,
    PollingStation,
    Source,
    Ket,
    EffectiveDate,
    NewKind,
    PreviousOffice,
    VerificationMethod,
    VerificationOfficer,
    VerificationDate,
    VerificationDocument,
    OldNik,
    DecidedCase,

    /// <summary>Ours, in a report file: the change that this row mends. Not part of what the row says, so not hashed.</summary>
    Correction,
}

/// <summary>Header names of the columns, as they stand in the regencies' exports.</summary>
internal static class ExportColumns
{
    /// <summary>How many columns say something about the voter.</summary>
    public const int HashedCount = (int)ExportColumn.Correction;

    /// <summary>All known columns.</summary>
    public const int Count = HashedCount + 1;

    /// <summary>Header of the column that says in a report file what is wrong, in Indonesian.</summary>
    public const string ReasonIndonesian = "ALASAN";

    /// <summary>The same in English.</summary>
    public const string ReasonEnglish = "REASON";

    private static readonly string[] _names =
    [
        "DPID", "NKK", "NIK", "NAMA", "JK", "TMPT_LHR", "TGL_LHR", "STS", "ALAMAT", "RT", "RW", "KECAMATAN", "DESA", "DIS", "KTPel", "TPS",
        "SUMBER", "KET", "TGL_BERLAKU", "JENIS_BARU", "KAB_ASAL", "VERIF_METODE", "VERIF_PETUGAS", "VERIF_TGL", "VERIF_DOKUMEN", "NIK_LAMA",
        "KASUS", "KOREKSI",
    ];

    /// <summary>The columns of a voter export.</summary>
    public static ColumnSet Set { get; } = new(_names, i => IsRequired((ExportColumn)i), [(int)ExportColumn.Nik, (int)ExportColumn.Nkk, (int)ExportColumn.OldNik]);

    public static string NameOf(ExportColumn column) => _names[(int)column];

    public static bool TryFind(ReadOnlySpan<char> header, out ExportColumn column)
    {
        var found = Set.Find(header);
        column = found < 0 ? default : (ExportColumn)found;
        return found >= 0;
    }

    /// <summary>A report's own columns, which mean nothing when the mended file is pushed.</summary>
    public static bool IsReportText(ReadOnlySpan<char> header) =>
        header.Trim().Equals(ReasonIndonesian, StringComparison.OrdinalIgnoreCase) || header.Trim().Equals(ReasonEnglish, StringComparison.OrdinalIgnoreCase);

    /// <summary>The column of a report that says which change a row mends.</summary>
    public static bool IsCorrection(string header) => header.AsSpan().Trim().Equals(NameOf(ExportColumn.Correction), StringComparison.OrdinalIgnoreCase);

    /// <summary>A column of a report file, whatever was reported on.</summary>
    public static bool IsOfReport(string header) => IsReportText(header) || IsCorrection(header);

    // DPID and SUMBER are information only.
    private static bool IsRequired(ExportColumn column) => column is > ExportColumn.Dpid and < ExportColumn.Source or ExportColumn.Ket;
}
