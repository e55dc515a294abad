using KpuSync.Contracts.V1;

namespace KpuSync.Rules.Registry;

/// <summary>Rules of monthly progress reports and yearly plans that need no other record.</summary>
public static class ProgressRules
{
    /// <summary>The report or plan is another office's. Parameters: <c>office</c>, the one that sends.</summary>
    public static readonly Rule OfficeOther = new("PROGRESS_OFFICE_OTHER", Severity.Error,
        "Laporan ini milik kantor lain; kantor {office} hanya melaporkan dirinya sendiri. Periksa berkas atau kredensial.",
        "This is another office's report; office {office} reports only itself. Check the file or the credential.", Since: 2);

    /// <summary>Not <c>YYYY-MM</c>, or a month that does not exist.</summary>
    public static readonly Rule MonthMalformed = new("PROGRESS_MONTH_MALFORMED", Severity.Error,
        "{field}: bukan bulan yang ada, ditulis YYYY-MM, misalnya 2026-10.",
        "{field}: not an existing month written YYYY-MM, such as 2026-10.", Since: 2);

    /// <summary>The month has not begun in the office's calendar. Parameters: <c>month</c>, the office's own.</summary>
    public static readonly Rule MonthInFuture = new("PROGRESS_MONTH_IN_FUTURE", Severity.Error,
        "Bulan laporan belum dimulai; bulan berjalan di kantor ini {month}. Periksa bulan laporan.",
        "The month of the report has not begun; this office's month is {month}. Check the month.", Since: 2);

    /// <summary>Spent more than there is. Parameters: <c>realised</c>, <c>ceiling</c>, whole rupiah.</summary>
    public static readonly Rule RealisedOverCeiling = new("PROGRESS_REALISED_OVER_CEILING", Severity.Error,
        "Realisasi {realised} melebihi pagu revisi {ceiling}. Periksa kedua angka, atau catat revisi pagunya.",
        "Realised {realised} is over the revised ceiling of {ceiling}. Check both figures, or record the ceiling's revision.", Since: 2);

    /// <summary>More blocked than there is. Parameters: <c>blocked</c>, <c>ceiling</c>, whole rupiah.</summary>
    public static readonly Rule BlockedOverCeiling = new("PROGRESS_BLOCKED_OVER_CEILING", Severity.Error,
        "Blokir {blocked} melebihi pagu revisi {ceiling}. Periksa kedua angka.",
        "Blocked {blocked} is over the revised ceiling of {ceiling}. Check both figures.", Since: 2);

    /// <summary>Blocked and spent together are more than there is: a warning. Parameters: <c>blocked</c>, <c>realised</c>, <c>ceiling</c>, whole rupiah.</summary>
    public static readonly Rule BlockedSpent = new("PROGRESS_BLOCKED_SPENT", Severity.Warning,
        "Blokir {blocked} dan realisasi {realised} bersama-sama melebihi pagu revisi {ceiling}. Periksa ketiga angka.",
        "Blocked {blocked} and realised {realised} together are over the revised ceiling of {ceiling}. Check the three figures.", Since: 2, CanBe: [Severity.Error]);

    /// <summary>More is spent on one type than it has. Parameters: <c>account</c> 51 to 53, <c>realised</c>, <c>ceiling</c>, whole rupiah.</summary>
    public static readonly Rule PartOverCeiling = new("PROGRESS_PART_OVER_CEILING", Severity.Error,
        "Realisasi belanja {account} ({realised}) melebihi pagunya ({ceiling}). Periksa kedua angka.",
        "Realised of spending type {account} ({realised}) is over its ceiling ({ceiling}). Check both figures.", Since: 2);

    /// <summary>The ceiling differs from the first one, but no revision is named.</summary>
    public static readonly Rule RevisionMissing = new("PROGRESS_REVISION_MISSING", Severity.Error,
        "Pagu revisi berbeda dari pagu awal tetapi nomor revisi 0. Isi nomor revisi DIPA.",
        "The revised ceiling differs from the initial one, but the revision number is 0. Give the number of the revision.", Since: 2);

    /// <summary>Parts do not sum to their whole. Parameters: <c>sum</c>, <c>total</c>.</summary>
    public static readonly Rule PartsDiffer = new("PROGRESS_PARTS_DIFFER", Severity.Error,
        "{field}: rincian berjumlah {sum}, sedangkan totalnya {total}. Periksa rincian dan total.",
        "{field}: the parts sum to {sum}, the total is {total}. Check parts and total.", Since: 2);

    /// <summary>A type of spending stands twice.</summary>
    public static readonly Rule TypeRepeated = new("PROGRESS_TYPE_REPEATED", Severity.Error,
        "Jenis belanja yang sama ditulis dua kali. Gabungkan keduanya.",
        "One type of spending stands twice. Put the two together.", Since: 2);

    /// <summary>More requests were answered than received, or more in time than answered. Parameters: <c>part</c>, <c>whole</c>.</summary>
    public static readonly Rule RequestsDiffer = new("PROGRESS_REQUESTS_DIFFER", Severity.Error,
        "{field}: {part} melebihi {whole}. Jumlah yang dijawab tidak boleh melebihi yang diterima, dan yang tepat waktu tidak melebihi yang dijawab.",
        "{field}: {part} is over {whole}. No more can be answered than was received, and no more in time than was answered.", Since: 2);

    /// <summary>More commissioners than a regency has: a warning, since terms overlap.</summary>
    public static readonly Rule CommissionersMany = new("PROGRESS_COMMISSIONERS_MANY", Severity.Warning,
        "Anggota KPU kabupaten/kota biasanya 5 orang. Periksa jumlahnya.",
        "A regency has 5 commissioners as a rule. Check the number.", Since: 2, CanBe: [Severity.Error]);

    /// <summary>A plan without exactly one target for each month. Parameters: <c>count</c>.</summary>
    public static readonly Rule PlanMonths = new("PROGRESS_PLAN_MONTHS", Severity.Error,
        "Rencana harus memuat 12 target, satu tiap bulan; ada {count}.",
        "A plan must have 12 targets, one a month; there are {count}.", Since: 2);

    /// <summary>A cumulative plan is lower in a month than in the one before. Parameters: <c>month</c> 2 to 12, <c>before</c>, <c>target</c>.</summary>
    public static readonly Rule PlanFalls = new("PROGRESS_PLAN_FALLS", Severity.Error,
        "Target bulan ke-{month} ({target}) lebih rendah dari bulan sebelumnya ({before}). Target bersifat kumulatif sejak Januari.",
        "The target of month {month} ({target}) is lower than that of the month before ({before}). Targets are cumulative from January.", Since: 2);
}
