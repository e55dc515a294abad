using System.Globalization;
using KpuSync.Client.Exports;
using KpuSync.Client.Items;

namespace KpuSync.Client.Progress;

/// <summary>The columns of a file of monthly reports: one row is one office's month.</summary>
internal enum ReportColumn
{
    Office,
    Month,
    InitialCeiling,
    RevisedCeiling,
    Revision,
    Blocked,
    Realised,
    StaffCeiling,
    StaffRealised,
    GoodsCeiling,
    GoodsRealised,
    CapitalCeiling,
    CapitalRealised,
    WaitingSubmitted,
    WaitingCeiling,
    Commissioners,
    CivilServants,
    ContractCivilServants,
    OtherStaff,
    RequestsReceived,
    RequestsGranted,
    RequestsPartlyGranted,
    RequestsRefused,
    RequestsObjections,
    RequestsInTime,
    Website,
    SocialMedia,
}

/// <summary>The headers of progress files.</summary>
internal static class ProgressColumns
{
    /// <summary>Where the twelve targets of a plan begin; before them stand office and year.</summary>
    public const int PlanTargets = 2;

    private const int Months = 12;

    private static readonly string[] _reportNames =
    [
        "KANTOR", "BULAN", "PAGU_AWAL", "PAGU_REVISI", "REVISI_KE", "BLOKIR", "REALISASI", "PAGU_51", "REALISASI_51", "PAGU_52", "REALISASI_52",
        "PAGU_53", "REALISASI_53", "REVISI_DIAJUKAN", "PAGU_DIAJUKAN", "ANGGOTA", "PNS", "PPPK", "PPNPN", "PPID_DITERIMA", "PPID_DIKABULKAN",
        "PPID_SEBAGIAN", "PPID_DITOLAK", "PPID_KEBERATAN", "PPID_TEPAT_WAKTU", "WEBSITE", "MEDSOS",
    ];

    private static readonly string[] _planNames =
        ["KANTOR", "TAHUN", .. Enumerable.Range(1, Months).Select(month => string.Create(CultureInfo.InvariantCulture, $"TARGET_{month:00}"))];

    /// <summary>The columns of monthly reports. What is empty counts as 0, and the revised ceiling as the initial one.</summary>
    public static ColumnSet Report { get; } = new(
        _reportNames, i => (ReportColumn)i is ReportColumn.Month or ReportColumn.InitialCeiling or ReportColumn.Realised, []);

    /// <summary>The columns of yearly plans.</summary>
    public static ColumnSet Plan { get; } = new(_planNames, i => i > 0, []);

    /// <summary>Plans have targets; everything else is taken for reports.</summary>
    /// <param name="headers">Headers of the file.</param>
    /// <param name="office">The office that the rows are of, where they do not say.</param>
    public static ItemFileKind For(string[] headers, string office) => Array.Exists(headers, h => Plan.Find(h) >= PlanTargets)
        ? new ItemFileKind(Plan, cells => ProgressRows.PlanOf(cells, office))
        : new ItemFileKind(Report, cells => ProgressRows.ReportOf(cells, office));
}
