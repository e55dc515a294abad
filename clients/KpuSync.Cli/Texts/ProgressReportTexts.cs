namespace KpuSync.Cli.Texts;

/// <summary>The words of the monthly progress.</summary>
internal static class ProgressReportTexts
{
    public static readonly Text Command = new("Laporan kemajuan bulanan: anggaran, SDM, e-PPID, publikasi, daftar pemilih.", "The monthly progress: budget, staff, e-PPID, publications, voter list.");
    public static readonly Text Push = new("Kirim laporan bulanan atau rencana tahunan dari berkas, atau satu laporan atau rencana dengan opsi: yang tidak diberi dihitung 0, juga pada koreksi.", "Send monthly reports or yearly plans from a file, or one report or plan by options: what is not given counts as 0, in a correction too.");
    public static readonly Text File = new("Berkas CSV atau XLSX: satu baris per bulan (laporan), atau per tahun (rencana).", "CSV or XLSX file: a row a month (reports), or a row a year (plans).");
    public static readonly Text Show = new("Kemajuan semua kantor pada satu bulan.", "The progress of all offices in one month.");
    public static readonly Text History = new(
        "Semua versi laporan satu bulan atau rencana satu tahun, yang terbaru lebih dahulu.", "Every version of a month's report or a year's plan, newest first.");
    public static readonly Text Month = new("Bulan, misalnya 2026-10.", "Month, such as 2026-10.");
    public static readonly Text Province = new("Provinsi dengan 2 angka, misalnya 52.", "Province by its 2 digits, such as 52.");
    public static readonly Text Xlsx = new("Tulis ke berkas XLSX.", "Write it to an XLSX file.");
    public static readonly Text Cell = new("{0} (kolom {1}).", "{0} (column {1}).");
    public static readonly Text MonthMalformed = new("'{0}' bukan bulan; contoh: 2026-10.", "'{0}' is not a month; example: 2026-10.");
    public static readonly Text ProvinceMalformed = new("'{0}' bukan kode provinsi 2 angka; contoh: 52.", "'{0}' is not a 2-digit province code; example: 52.");
    public static readonly Text PlanByOptions = new("Kirim rencana satu tahun dengan opsi --year dan --targets.", "Send a year's plan by the options --year and --targets.");
    public static readonly Text PlanYear = new("Tahun rencana.", "Year of the plan.");
    public static readonly Text PlanTargets = new(
        "Dua belas target kumulatif, Januari s.d. Desember, dipisahkan koma; dengan titik koma bila angkanya berkoma.",
        "Twelve cumulative targets, January to December, separated by commas; by semicolons if the amounts have commas.");
    public static readonly Text TargetsCount = new("--targets perlu {0} angka, satu per bulan; ada {1}.", "--targets needs {0} amounts, one a month; there are {1}.");
    public static readonly Text FileOrOptions = new(
        "Beri salah satu: berkas; --month, --initial, dan --realised (laporan); atau --plan, --year, dan --targets (rencana).",
        "Give one of these: a file; --month, --initial and --realised (a report); or --plan, --year and --targets (a plan).");
    public static readonly Text OfficeOrProvince = new("Beri --office atau --province, tidak keduanya.", "Give --office or --province, not both.");

    public static readonly Text Title = new("LAPORAN KEMAJUAN BULANAN", "MONTHLY PROGRESS REPORT");
    public static readonly Text Heading = new("Kemajuan bulan {0}, {1}", "Progress of {0}, {1}");
    public static readonly Text Units = new(
        "Pagu revisi, realisasi, dan kenaikannya sejak laporan sebelumnya: juta rupiah. Realisasi, rencana bulan ini, dan perkiraan akhir tahun: persen pagu revisi.",
        "Revised ceiling, realised and its rise since the report before: million rupiah. Realised, planned by this month and expected at year end: percent of the revised ceiling.");
    public static readonly Text Name = new("Kantor", "Office");
    public static readonly Text CeilingMillions = new("Pagu", "Ceiling");
    public static readonly Text RealisedMillions = new("Realisasi", "Realised");
    public static readonly Text Share = new("%", "%");
    public static readonly Text PlanShare = new("Rencana", "Plan");
    public static readonly Text YearEndShare = new("Akhir", "Year end");
    public static readonly Text Since = new("Naik", "Rise");
    public static readonly Text Voters = new("Pemilih", "Voters");
    public static readonly Text Staff = new("SDM", "Staff");

    public static readonly Text UnderPlan = new("Di bawah rencana bulan ini", "Under this month's plan");
    public static readonly Text UnderTarget = new("Terancam tidak mencapai {0}% pada akhir tahun", "At risk of missing {0}% at year end");
    public static readonly Text Waiting = new("Revisi pagu menunggu", "Ceiling revisions that wait");
    public static readonly Text NotReported = new("Belum melapor", "Not reported");
    public static readonly Text NoPlan = new("Tanpa rencana tahunan", "Without a yearly plan");
    public static readonly Text None = new("tidak ada", "none");
    public static readonly Text WaitingSince = new("{0} (sejak {1})", "{0} (since {1})");
    public static readonly Text Versions = new("{0}, {1}: {2} versi", "{0}, {1}: {2} versions");
    public static readonly Text NeverReported = new("Bulan {0} belum pernah dilaporkan.", "Month {0} was never reported.");
    public static readonly Text NeverPlanned = new("Tahun {0} belum pernah direncanakan.", "Year {0} was never planned.");
    public static readonly Text HistoryPlan = new("Versi rencana tahunan, dengan --year.", "The versions of a yearly plan, with --year.");
    public static readonly Text MonthOrPlan = new("Beri --month, atau --plan dan --year, tidak keduanya.", "Give --month, or --plan and --year, not both.");
    public static readonly Text Time = new("Waktu", "Time");
    public static readonly Text Sender = new("Pengirim", "Sender");
    public static readonly Text Revision = new("Revisi ke", "Revision");
    public static readonly Text Position = new("Posisi", "Position");
    public static readonly Text Ceiling = new("Pagu revisi", "Revised ceiling");
    public static readonly Text Realised = new("Realisasi", "Realised");
    public static readonly Text UntilMarch = new("s.d. Maret", "Until March");
    public static readonly Text UntilJune = new("s.d. Juni", "Until June");
    public static readonly Text UntilSeptember = new("s.d. September", "Until September");
    public static readonly Text UntilDecember = new("s.d. Desember", "Until December");
}
